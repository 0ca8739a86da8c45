import { afterEach, describe, expect, it } from 'vitest';
import { isSetUp } from '#server/accounts/is-set-up.ts';
import { setUp } from '#server/accounts/set-up.ts';
import { asUser, identify } from '#server/auth/identify.ts';
import { readEnv } from '#server/env.ts';
import { furnish } from '#server/furnish.ts';
import { listTeams } from '#server/teams/list-teams.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { forgetSetUp } from '#tests/support/forget-set-up.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
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
      timeZone: null,
      browserZone: null,
      browserLocale: null,
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

  describe('on a server that listens on more than this machine', () => {
    const guarded = () => ({ ...opened.house, setupCode: '12345678' });

    it('asks for the code that was printed', async () => {
      const house = guarded();
      for (const code of [undefined, '', '87654321']) {
        const wrong = setUp(house, { ...founder, ...(code === undefined ? {} : { code }) });
        await expect(wrong).rejects.toEqual(refused('wrong-code', 'code'));
      }
      expect(await house.db.user.count()).toBe(0);
      await setUp(house, { ...founder, code: '12345678' });
      expect(await house.db.user.count()).toBe(1);
    });

    it('lets nobody find the code by trying', async () => {
      const house = guarded();
      house.time.pass(60 * MINUTE_MS);
      for (let n = 0; n < 10; n++) {
        const guess = setUp(house, { ...founder, code: String(10_000_000 + n) });
        await expect(guess).rejects.toEqual(refused('wrong-code', 'code'));
      }
      const right = { ...founder, code: '12345678' };
      await expect(setUp(house, right)).rejects.toEqual(refused('too-fast'));
      house.time.pass(16 * MINUTE_MS);
      await setUp(house, right);
    });
  });

  it('has a code of eight digits on every address but this machine’s own', async () => {
    const { house } = opened;
    const codeOn = async (HOST: string, more: Record<string, string> = {}) => {
      const env = readEnv({ HOST, AUTH_SECRET: house.authSecret, ...more });
      const database = {
        prisma: house.db,
        kind: 'embedded' as const,
        prepared: () => Promise.resolve([]),
        ping: () => Promise.resolve(),
        close: () => Promise.resolve(),
      };
      return (await furnish(env, house.log, database)).house.setupCode;
    };
    for (const host of ['0.0.0.0', '::', 'board.example.org'])
      expect(await codeOn(host)).toMatch(/^\d{8}$/);
    for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '::1'])
      expect(await codeOn(host)).toBeNull();
    const behindProxy = { PUBLIC_URL: 'https://board.example.org' };
    expect(await codeOn('127.0.0.1', behindProxy)).toMatch(/^\d{8}$/);
  });
});
