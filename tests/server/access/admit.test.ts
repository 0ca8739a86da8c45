import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CloseCode } from '#board/wire.ts';
import { revokeToken } from '#server/accounts/revoke-token.ts';
import { signOutEverywhere } from '#server/accounts/sign-out-everywhere.ts';
import { addToken } from '#server/accounts/add-token.ts';
import { binBoard } from '#server/boards/bin-board.ts';
import { revokeInvite } from '#server/boards/revoke-invite.ts';
import { changeMember } from '#server/teams/change-member.ts';
import { removeMember } from '#server/teams/remove-member.ts';
import { newBoard, newGuest, newInvite } from '#tests/support/builders.ts';
import { serveBoards } from '#tests/support/house-server.ts';
import type { HouseServer, Visit } from '#tests/support/house-server.ts';
import { newMember } from '#tests/support/people.ts';
import { sessionCookie } from '#tests/support/session.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('who gets onto a live board, and stays', () => {
  const world = useSettledHouse();
  const origin = 'http://board.test';
  let server: HouseServer;
  let boardId = '';

  beforeAll(async () => {
    server = await serveBoards(world.house);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' })).id;
  });

  const bearer = (token: string) => server.visit(boardId, { authorization: `Bearer ${token}` });
  const cookie = (text: string) => server.visit(boardId, { cookie: text, origin });
  async function seated(visit: Visit): Promise<Visit> {
    await vi.waitFor(() => expect(visit.access).toBeDefined());
    return visit;
  }

  it('the team writes, and so does a guest whose link says so; another guest looks [ACCESS-1]', async () => {
    const { house, people } = world;
    for (const { actor, token } of [people.member, people.manager, people.coach]) {
      const visit = await seated(bearer(token));
      expect(visit.access).toBe('write');
      expect(visit.person).toMatchObject({ id: actor.id, name: actor.name });
      visit.leave();
    }
    for (const access of ['write', 'view'] as const) {
      const invite = await newInvite(house, people.member.actor, boardId, { access });
      const guest = await newGuest(house, invite);
      const visit = await seated(cookie(guest.cookie));
      expect(visit.access).toBe(access);
      expect(visit.person).toMatchObject({ id: guest.actor.id, name: 'Gerrit' });
      visit.leave();
    }
  });

  it('to everybody else it is as if there were no board [ACCESS-1]', async () => {
    const { people } = world;
    for (const { token } of [people.outsider, people.removed, people.admin])
      expect(await bearer(token).ended).toBe(CloseCode.noSuchBoard);
    const none = server.visit('none', { authorization: `Bearer ${people.member.token}` });
    expect(await none.ended).toBe(CloseCode.noSuchBoard);
  });

  it('nobody is asked to sign in, also with a bearer that does not hold beside a good cookie [ACCESS-2]', async () => {
    const { house, people } = world;
    expect(await cookie('').ended).toBe(CloseCode.signIn);
    expect(await bearer('vb_unknown').ended).toBe(CloseCode.signIn);
    const session = await sessionCookie(house, people.member.actor.id);
    const both = server.visit(boardId, { cookie: session, origin, authorization: 'Bearer x' });
    expect(await both.ended).toBe(CloseCode.signIn);
  });

  it('a cookie counts from our own pages alone [API-2]', async () => {
    const { house, people } = world;
    const session = await sessionCookie(house, people.member.actor.id);
    for (const foreign of [
      'null',
      'http://board.test.example.org',
      'http://board.test:8080',
      'https://board.test',
      'http://BOARD.test',
      'http://board.tes',
      '',
    ]) {
      const visit = server.visit(boardId, { cookie: session, origin: foreign });
      expect(await visit.ended).toBe(403);
    }
    expect(await server.visit(boardId, { cookie: session }).ended).toBe(403);
    (await seated(cookie(session))).leave();
  });

  it('a board in the bin sends everybody away', async () => {
    const { house, people } = world;
    const visits = [
      await seated(bearer(people.member.token)),
      await seated(bearer(people.coach.token)),
    ];
    await binBoard(house, people.manager.actor, boardId);
    for (const { ended } of visits) expect(await ended).toBe(CloseCode.noRight);
    expect(await bearer(people.member.token).ended).toBe(CloseCode.noSuchBoard);
  });

  it('a revoked link sends away whoever came by it, and nobody else [ACCESS-3]', async () => {
    const { house, people } = world;
    const invite = await newInvite(house, people.member.actor, boardId);
    const guest = await seated(cookie((await newGuest(house, invite)).cookie));
    const member = await seated(bearer(people.member.token));
    await revokeInvite(house, people.member.actor, { boardId, inviteId: invite.id });
    expect(await guest.ended).toBe(CloseCode.noRight);
    expect(member.access).toBe('write');
    member.leave();
    expect(await member.ended).toBe(1005);
  });

  it('a revoked session or token sends its own connections away [ACCESS-4]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const session = await seated(cookie(await sessionCookie(house, actor.id)));
    const token = await seated(bearer(people.member.token));
    const other = await addToken(house, actor, { name: 'andere' });
    const byOther = await seated(bearer(other.token));
    await signOutEverywhere(house, actor);
    expect(await session.ended).toBe(CloseCode.noRight);
    await revokeToken(house, actor, other.id);
    expect(await byOther.ended).toBe(CloseCode.noRight);
    token.leave();
    expect(await token.ended).toBe(1005);
  });

  it('leaving the team ends it, another role goes on', async () => {
    const { house, people } = world;
    const { actor, token } = await newMember(house, people.manager.actor, people.teamId);
    const keys = { teamId: people.teamId, userId: actor.id };
    const visit = await seated(bearer(token));
    await changeMember(house, people.manager.actor, keys, { role: 'coach' });
    expect(visit.access).toBe('write');
    await removeMember(house, people.manager.actor, keys);
    expect(await visit.ended).toBe(CloseCode.noRight);
  });

  it('somebody who leaves the team but has a link to look, looks on', async () => {
    const { house, people } = world;
    const { actor, token } = await newMember(house, people.manager.actor, people.teamId);
    const invite = await newInvite(house, people.member.actor, boardId, { access: 'view' });
    await house.db.boardPass.create({
      data: { id: invite.id, boardId, inviteId: invite.id, userId: actor.id },
    });
    const visit = await seated(bearer(token));
    expect(visit.access).toBe('write');
    await removeMember(house, people.manager.actor, { teamId: people.teamId, userId: actor.id });
    await vi.waitFor(() => expect(visit.access).toBe('view'));
    visit.leave();
  });
});
