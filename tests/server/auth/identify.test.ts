import { describe, expect, it } from 'vitest';
import { nobody } from '#server/auth/actor.ts';
import { identify } from '#server/auth/identify.ts';
import { newBoard, newGuest, newInvite } from '#tests/support/builders.ts';
import { sessionCookie, sessionToken } from '#tests/support/session.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('who asks', () => {
  const world = useSettledHouse();
  const who = (credentials: { cookie?: string; authorization?: string }) =>
    identify(world.house, { cookie: undefined, authorization: undefined, ...credentials });

  async function guestCookie() {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    const invite = await newInvite(house, people.member.actor, board.id);
    return newGuest(house, invite);
  }

  it('is nobody without credentials', async () => {
    expect(await who({})).toEqual(nobody);
    expect(await who({ cookie: '' })).toEqual(nobody);
  });

  it('is who owns the token, before any cookie', async () => {
    const { house, people } = world;
    const cookie = await sessionCookie(house, people.coach.actor.id);
    const authorization = `Bearer ${people.member.token}`;
    expect(await who({ authorization, cookie })).toEqual(people.member.actor);
    expect(
      await who({ authorization: authorization.toLowerCase().slice(0, 7) + people.member.token }),
    ).toEqual(people.member.actor);
  });

  it('is who is signed in, before a guest', async () => {
    const { house, people } = world;
    const guest = await guestCookie();
    const session = await sessionCookie(house, people.coach.actor.id);
    expect(await who({ cookie: `${guest.cookie}; ${session}` })).toEqual(people.coach.actor);
    expect(await who({ cookie: guest.cookie })).toEqual(guest.actor);
  });

  it('is nobody with a bearer that does not hold, whatever cookies came along [ACCESS-2]', async () => {
    const { house, people } = world;
    const guest = await guestCookie();
    const session = await sessionCookie(house, people.manager.actor.id);
    const cookie = `${guest.cookie}; ${session}`;
    const wrong = [
      'Bearer vb_unknown',
      `Bearer ${people.member.token}x`,
      `Bearer ${people.member.token} ${people.member.token}`,
      `Basic ${people.member.token}`,
      people.member.token,
      'Bearer',
      'Bearer ',
      'Bearer undefined',
      'Bearer {"not":""}',
      '',
    ];
    for (const authorization of wrong) expect(await who({ authorization, cookie })).toEqual(nobody);
  });

  it('is nobody with a session of an earlier version, or of an account that is gone [ACCESS-4]', async () => {
    const { house, people } = world;
    const { id } = people.outsider.actor;
    const claim = async (claims: Record<string, unknown>) => {
      const token = await sessionToken(house.authSecret, claims);
      return who({ cookie: `next-auth.session-token=${token}` });
    };
    expect(await claim({ sub: id, sessionVersion: 1 })).toEqual(people.outsider.actor);
    expect(await claim({ sub: id, sessionVersion: 0 })).toEqual(nobody);
    expect(await claim({ sub: id, sessionVersion: 2 })).toEqual(nobody);
    expect(await claim({ sub: id, sessionVersion: '1' })).toEqual(nobody);
    expect(await claim({ sub: id })).toEqual(nobody);
    expect(await claim({ sessionVersion: 1 })).toEqual(nobody);
    expect(await claim({ sub: 'gone', sessionVersion: 1 })).toEqual(nobody);
  });

  it('is nobody with the cookie of a guest who is unknown', async () => {
    expect(await who({ cookie: 'vb-guest=unknown' })).toEqual(nobody);
    expect(await who({ cookie: 'vb-guest=%00' })).toEqual(nobody);
  });
});
