import { afterEach, expect, it } from 'vitest';
import { isSetUp } from '#server/accounts/is-set-up.ts';
import { setUp } from '#server/accounts/set-up.ts';
import { asUser, identify } from '#server/auth/identify.ts';
import { listTeams } from '#server/teams/list-teams.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { forgetSetUp } from '#tests/support/forget-set-up.ts';
import { founder } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('set-up', (open) => {
  const opened = useHouse(open);
  afterEach(() => forgetSetUp(opened.house.db));

  it('makes an administrator who manages the first team, with a token that works', async () => {
    const { house } = opened;
    expect(await isSetUp(house)).toBe(false);
    const { token, userId, teamId } = await setUp(house, founder);
    const actor = await identify(house, { authorization: `Bearer ${token}`, cookie: undefined });
    expect(actor).toEqual({
      kind: 'user',
      id: userId,
      name: founder.name,
      email: founder.email,
      admin: true,
      locale: null,
    });
    expect(await listTeams(house, actor)).toEqual([
      expect.objectContaining({ id: teamId, name: founder.team, role: 'manager', members: 1 }),
    ]);
    expect(await house.db.audit.findMany()).toEqual([
      expect.objectContaining({ actor: userId, deed: 'set-up' }),
    ]);
  });

  it('works once', async () => {
    const { house } = opened;
    await setUp(house, founder);
    expect(await isSetUp(house)).toBe(true);
    await expect(setUp(house, { ...founder, email: 'b@example.org' })).rejects.toEqual(
      refused('already-set-up'),
    );
    expect(await house.db.user.count()).toBe(1);
  });

  it('makes one installation of several set-ups at once', async () => {
    const { house } = opened;
    const tries = [1, 2, 3].map((n) => setUp(house, { ...founder, email: `${n}@example.org` }));
    const settled = await Promise.allSettled(tries);
    const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(reasons).toEqual([refused('already-set-up'), refused('already-set-up')]);
    expect(await house.db.user.count()).toBe(1);
    expect(await house.db.organisation.count()).toBe(1);
    expect(await house.db.team.count()).toBe(1);
  });

  it('keeps neither the password nor the token', async () => {
    const { house } = opened;
    const { token, userId } = await setUp(house, founder);
    const user = await house.db.user.findUniqueOrThrow({
      where: { id: userId },
      include: { tokens: true },
    });
    expect(JSON.stringify(user)).not.toContain(founder.password);
    expect(JSON.stringify(user)).not.toContain(token.slice(3));
    expect(asUser(user)).not.toHaveProperty('passwordHash');
  });
});
