import { expect, it } from 'vitest';
import { nobody } from '#server/auth/actor.ts';
import { identify } from '#server/auth/identify.ts';
import { addInvite } from '#server/boards/add-invite.ts';
import { binBoard } from '#server/boards/bin-board.ts';
import { joinBoard } from '#server/boards/join-board.ts';
import { listInvites } from '#server/boards/list-invites.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { readInvite } from '#server/boards/read-invite.ts';
import { revokeInvite } from '#server/boards/revoke-invite.ts';
import { newBoard, newGuest, newInvite, newNote } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('invite links', (open) => {
  const world = useSettledHouse(open);

  async function board(): Promise<string> {
    const { house, people } = world;
    return (await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' })).id;
  }
  const inDays = (days: number) =>
    new Date(world.house.clock().getTime() + days * DAY_MS).toISOString();

  it('are shown once and kept as a hash', async () => {
    const { house, people } = world;
    const boardId = await board();
    const { url, ...view } = await addInvite(house, people.member.actor, boardId, {
      access: 'view',
    });
    const secret = url.slice('http://board.test/join/'.length);
    expect(url).toBe(`http://board.test/join/${secret}`);
    expect(secret).toMatch(/^[\w-]{32}$/);
    const row = await house.db.invite.findUniqueOrThrow({ where: { id: view.id } });
    expect(JSON.stringify(row)).not.toContain(secret);
    const listed = await listInvites(house, people.member.actor, boardId);
    expect(listed).toEqual([view]);
    expect(view).toMatchObject({ access: 'view', expiresAt: null, joined: 0 });
    expect(await readInvite(house, secret)).toEqual({
      boardId,
      boardTitle: 'Kortere wachttijd',
      teamName: 'Polikliniek',
      access: 'view',
    });
  });

  it('let a guest in under a name, to write or to look', async () => {
    const { house, people } = world;
    const boardId = await board();
    const writer = await newGuest(house, await newInvite(house, people.member.actor, boardId));
    const viewer = await newGuest(
      house,
      await newInvite(house, people.member.actor, boardId, { access: 'view' }),
    );
    expect(await readBoard(house, writer.actor, boardId)).toMatchObject({ access: 'write' });
    expect(await readBoard(house, viewer.actor, boardId)).toMatchObject({ access: 'view' });
    await newNote(house, writer.actor, boardId, 'Van de gast');
    await expect(newNote(house, viewer.actor, boardId)).rejects.toEqual(refused('no-right'));
    const { notes } = await readDocument(house, viewer.actor, boardId);
    expect(notes).toEqual([expect.objectContaining({ text: 'Van de gast', byName: 'Gerrit' })]);
  });

  it('open one board and no other', async () => {
    const { house, people } = world;
    const [one, two] = [await board(), await board()];
    const guest = await newGuest(house, await newInvite(house, people.member.actor, one));
    await expect(readBoard(house, guest.actor, two)).rejects.toEqual(refused('not-found'));
    const invite = await newInvite(house, people.member.actor, two, { access: 'view' });
    const joined = await joinBoard(house, guest.actor, { secret: invite.secret, name: 'Gert' });
    expect(joined).toEqual({ view: { boardId: two, access: 'view' }, guestSecret: null });
    expect(await identify(house, { cookie: guest.cookie, authorization: undefined })).toEqual({
      ...guest.actor,
      name: 'Gert',
    });
    expect(await readBoard(house, guest.actor, one)).toMatchObject({ access: 'write' });
    expect(await readBoard(house, guest.actor, two)).toMatchObject({ access: 'view' });
  });

  it('let somebody who is signed in come under their own name', async () => {
    const { house, people } = world;
    const boardId = await board();
    const { actor } = people.outsider;
    await expect(readBoard(house, actor, boardId)).rejects.toEqual(refused('not-found'));
    const { secret } = await newInvite(house, people.member.actor, boardId);
    const joined = await joinBoard(house, actor, { secret, name: 'Een ander' });
    expect(joined.guestSecret).toBeNull();
    await newNote(house, actor, boardId);
    const { notes } = await readDocument(house, actor, boardId);
    expect(notes.map(({ byName }) => byName)).toEqual(['Olga']);
    expect(await house.db.guest.count({ where: { name: 'Een ander' } })).toBe(0);
  });

  it('count whoever joined once, also when they join twice at the same moment', async () => {
    const { house, people } = world;
    const boardId = await board();
    const { secret } = await newInvite(house, people.member.actor, boardId);
    const { actor } = people.outsider;
    await Promise.all([1, 2, 3].map(() => joinBoard(house, actor, { secret, name: 'Olga' })));
    await joinBoard(house, actor, { secret, name: 'Olga' });
    expect(await listInvites(house, people.member.actor, boardId)).toEqual([
      expect.objectContaining({ joined: 1 }),
    ]);
  });

  it('end when revoked, and so does the access of whoever came by them [ACCESS-3]', async () => {
    const { house, people } = world;
    const boardId = await board();
    const invite = await newInvite(house, people.member.actor, boardId);
    const guest = await newGuest(house, invite);
    const { outsider } = people;
    await joinBoard(house, outsider.actor, { secret: invite.secret, name: '' });
    const other = await newInvite(house, people.member.actor, boardId, { access: 'view' });
    const stays = await newGuest(house, other);
    await revokeInvite(house, people.coach.actor, { boardId, inviteId: invite.id });
    for (const actor of [guest.actor, outsider.actor]) {
      await expect(readBoard(house, actor, boardId)).rejects.toEqual(refused('not-found'));
    }
    expect(await readBoard(house, stays.actor, boardId)).toMatchObject({ access: 'view' });
    expect(await readInvite(house, invite.secret)).toBeNull();
    const late = joinBoard(house, nobody, { secret: invite.secret, name: 'Laat' });
    await expect(late).rejects.toEqual(refused('expired'));
    const again = revokeInvite(house, people.coach.actor, { boardId, inviteId: invite.id });
    await expect(again).rejects.toEqual(refused('not-found'));
    expect(await listInvites(house, people.member.actor, boardId)).toHaveLength(1);
  });

  it('run out when they say so, for whoever is in as well [ACCESS-3]', async () => {
    const { house, people } = world;
    const boardId = await board();
    const invite = await newInvite(house, people.member.actor, boardId, { expiresAt: inDays(2) });
    const guest = await newGuest(house, invite);
    house.time.pass(2 * DAY_MS - 1);
    expect(await readBoard(house, guest.actor, boardId)).toMatchObject({ access: 'write' });
    house.time.pass(1);
    await expect(readBoard(house, guest.actor, boardId)).rejects.toEqual(refused('not-found'));
    const late = joinBoard(house, nobody, { secret: invite.secret, name: 'Laat' });
    await expect(late).rejects.toEqual(refused('expired'));
    expect(await listInvites(house, people.member.actor, boardId)).toEqual([]);
  });

  it('are not made for the past', async () => {
    const { house, people } = world;
    const boardId = await board();
    for (const days of [0, -1]) {
      const made = newInvite(house, people.member.actor, boardId, { expiresAt: inDays(days) });
      await expect(made).rejects.toEqual(refused('invalid', 'expiresAt'));
    }
  });

  it('lead nowhere while their board is in the bin', async () => {
    const { house, people } = world;
    const boardId = await board();
    const invite = await newInvite(house, people.member.actor, boardId);
    const guest = await newGuest(house, invite);
    await binBoard(house, people.member.actor, boardId);
    expect(await readInvite(house, invite.secret)).toBeNull();
    await expect(readBoard(house, guest.actor, boardId)).rejects.toEqual(refused('not-found'));
  });
});
