import { describe, expect, it } from 'vitest';
import { changePassword } from '#server/accounts/change-password.ts';
import { signOutEverywhere } from '#server/accounts/sign-out-everywhere.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { identify } from '#server/auth/identify.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { newMember } from '#tests/support/people.ts';
import type { Person } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { sessionCookie } from '#tests/support/session.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('password and sessions', () => {
  const world = useSettledHouse();
  const current = 'het-oude-wachtwoord';
  const next = 'het-nieuwe-wachtwoord';

  async function withPassword(): Promise<Person> {
    const { house, people } = world;
    const person = await newMember(house, people.manager.actor, people.teamId);
    const passwordHash = await hashPassword(current);
    await house.db.user.update({ where: { id: person.actor.id }, data: { passwordHash } });
    return person;
  }
  const whoHas = (cookie: string) => identify(world.house, { cookie, authorization: undefined });

  it('a new password ends every session, and no token [ACCESS-4]', async () => {
    const { house } = world;
    const { actor, token } = await withPassword();
    const cookie = await sessionCookie(house, actor.id);
    expect(await whoHas(cookie)).toMatchObject({ id: actor.id });
    await changePassword(house, actor, { current, next });
    expect(await whoHas(cookie)).toEqual({ kind: 'nobody' });
    expect(await whoHas(await sessionCookie(house, actor.id))).toMatchObject({ id: actor.id });
    const authorization = `Bearer ${token}`;
    expect(await identify(house, { authorization, cookie: undefined })).toMatchObject({
      id: actor.id,
    });
    expect(await signIn(house, actor.email, current)).toBeUndefined();
    expect(await signIn(house, actor.email, next)).toMatchObject({ id: actor.id });
  });

  it('asks for the present password', async () => {
    const { house } = world;
    const { actor } = await withPassword();
    const cookie = await sessionCookie(house, actor.id);
    const wrong = changePassword(house, actor, { current: 'geraden-wachtwoord', next });
    await expect(wrong).rejects.toEqual(refused('wrong-password', 'current'));
    expect(await whoHas(cookie)).toMatchObject({ id: actor.id });
  });

  it('refuses whoever has none yet, and whoever is not signed in', async () => {
    const { house, people } = world;
    const none = changePassword(house, people.member.actor, { current: '', next });
    await expect(none).rejects.toEqual(refused('wrong-password', 'current'));
    const nobody = changePassword(house, { kind: 'nobody' }, { current, next });
    await expect(nobody).rejects.toEqual(refused('sign-in'));
  });

  it('signing out everywhere ends every session [ACCESS-4]', async () => {
    const { house, people } = world;
    const { actor } = people.coach;
    const cookies = await Promise.all([
      sessionCookie(house, actor.id),
      sessionCookie(house, actor.id),
    ]);
    await signOutEverywhere(house, actor);
    for (const cookie of cookies) expect(await whoHas(cookie)).toEqual({ kind: 'nobody' });
  });
});
