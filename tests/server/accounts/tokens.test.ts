import { describe, expect, it } from 'vitest';
import { addToken } from '#server/accounts/add-token.ts';
import { listTokens } from '#server/accounts/list-tokens.ts';
import { revokeToken } from '#server/accounts/revoke-token.ts';
import { identify } from '#server/auth/identify.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('API tokens', () => {
  const world = useSettledHouse();
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
