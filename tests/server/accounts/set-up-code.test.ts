import { afterEach, describe, expect, it } from 'vitest';
import { setUp } from '#server/accounts/set-up.ts';
import { furnish } from '#server/furnish.ts';
import { readEnv } from '#server/env.ts';
import { testDatabase } from '#tests/support/database.ts';
import { forgetSetUp } from '#tests/support/forget-set-up.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import { founder } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useHouse } from '#tests/support/use-house.ts';

describe('the set-up code of a server that listens on more than this machine', () => {
  const opened = useHouse(testDatabase, { setupCode: '12345678' });
  afterEach(() => forgetSetUp(opened.house.db));

  it('is asked for', async () => {
    const { house } = opened;
    await expect(setUp(house, founder)).rejects.toEqual(refused('wrong-code', 'code'));
    await expect(setUp(house, { ...founder, code: '87654321' })).rejects.toEqual(
      refused('wrong-code', 'code'),
    );
    expect(await house.db.user.count()).toBe(0);
    await setUp(house, { ...founder, code: '12345678' });
    expect(await house.db.user.count()).toBe(1);
  });

  it('cannot be guessed by trying', async () => {
    const { house } = opened;
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

  it('is made of eight digits for every other address, and not for this machine alone', async () => {
    const { house } = opened;
    const codeOn = async (host: string) => {
      const env = readEnv({ HOST: host, AUTH_SECRET: house.authSecret });
      const database = {
        prisma: house.db,
        kind: 'embedded',
        ping: house.ready,
        close: house.close,
      };
      const furnished = await furnish(env, house.log, database as never);
      return furnished.house.setupCode;
    };
    expect(await codeOn('0.0.0.0')).toMatch(/^\d{8}$/);
    expect(await codeOn('board.example.org')).toMatch(/^\d{8}$/);
    for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '::1'])
      expect(await codeOn(host)).toBeNull();
  });
});
