import { describe, expect, it } from 'vitest';
import { addToken } from '#server/accounts/add-token.ts';
import { changeMe } from '#server/accounts/change-me.ts';
import { changePassword } from '#server/accounts/change-password.ts';
import { listTokens } from '#server/accounts/list-tokens.ts';
import { readMe } from '#server/accounts/read-me.ts';
import { revokeToken } from '#server/accounts/revoke-token.ts';
import { signOutEverywhere } from '#server/accounts/sign-out-everywhere.ts';
import { identify } from '#server/auth/identify.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import type { Person } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { sessionCookie } from '#tests/support/session.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

describe('me', () => {
  it('tells who I am', async () => {
    const { house, people } = world;
    const { id, name, email } = people.member.actor;
    expect(await readMe(house, people.member.actor)).toEqual({
      id,
      name,
      email,
      admin: false,
      locale: null,
    });
    await expect(readMe(house, { kind: 'guest', id: 'g', name: 'G' })).rejects.toEqual(
      refused('sign-in'),
    );
  });

  it('changes what is given and leaves the rest', async () => {
    const { house, people } = world;
    const { actor } = people.coach;
    expect(await changeMe(house, actor, { locale: 'nl' })).toMatchObject({
      name: 'Kees',
      locale: 'nl',
    });
    expect(await changeMe(house, actor, { name: 'Kees Kaas' })).toMatchObject({
      name: 'Kees Kaas',
      locale: 'nl',
    });
    expect(await changeMe(house, actor, { locale: null })).toMatchObject({ locale: null });
  });
});

describe('password and sessions', () => {
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

  it('lets nobody find the present password by trying', async () => {
    const { house } = world;
    const { actor } = await withPassword();
    for (let n = 0; n < 10; n++) {
      const guess = changePassword(house, actor, { current: `geraden-${n}`, next });
      await expect(guess).rejects.toEqual(refused('wrong-password', 'current'));
    }
    const right = changePassword(house, actor, { current, next });
    await expect(right).rejects.toEqual(refused('too-fast'));
    expect(await signIn(house, actor.email, current)).toBeDefined();
    house.time.pass(16 * MINUTE_MS);
    await changePassword(house, actor, { current, next });
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

describe('API tokens', () => {
  const whoHas = (token: string) =>
    identify(world.house, { authorization: `Bearer ${token}`, cookie: undefined });

  it('are shown once and kept as a hash', async () => {
    const { house, people } = world;
    const { actor } = await newMember(house, people.manager.actor, people.teamId);
    const { token, ...view } = await addToken(house, actor, { name: 'sensor' });
    expect(token).toMatch(/^vb_[\w-]{32}$/);
    expect(view).toMatchObject({ name: 'sensor', hint: token.slice(-4), lastUsedAt: null });
    const row = await house.db.apiToken.findUniqueOrThrow({ where: { id: view.id } });
    expect(JSON.stringify(row)).not.toContain(token.slice(3, -4));
    const listed = await listTokens(house, actor);
    expect(listed).toContainEqual(view);
    expect(JSON.stringify(listed)).not.toContain(token.slice(3, -4));
  });

  it('say when they were last used, a minute at most behind', async () => {
    const { house, people } = world;
    const { actor } = await newMember(house, people.manager.actor, people.teamId);
    const { token, id } = await addToken(house, actor, { name: 'sensor' });
    const lastUsed = async () =>
      (await listTokens(house, actor)).find((view) => view.id === id)?.lastUsedAt;
    const first = house.clock().toISOString();
    await whoHas(token);
    house.time.pass(MINUTE_MS / 2);
    await whoHas(token);
    expect(await lastUsed()).toBe(first);
    house.time.pass(MINUTE_MS);
    await whoHas(token);
    expect(await lastUsed()).toBe(house.clock().toISOString());
  });

  it('end when revoked, by their owner alone', async () => {
    const { house, people } = world;
    const { actor } = await newMember(house, people.manager.actor, people.teamId);
    const { token, id } = await addToken(house, actor, { name: 'sensor' });
    const byOther = revokeToken(house, people.manager.actor, id);
    await expect(byOther).rejects.toEqual(refused('not-found'));
    expect(await whoHas(token)).toMatchObject({ id: actor.id });
    await revokeToken(house, actor, id);
    expect(await whoHas(token)).toEqual({ kind: 'nobody' });
    expect((await listTokens(house, actor)).map((view) => view.id)).not.toContain(id);
    await expect(revokeToken(house, actor, id)).rejects.toEqual(refused('not-found'));
  });
});
