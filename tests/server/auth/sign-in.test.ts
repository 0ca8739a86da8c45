import { beforeEach, describe, expect, it, vi } from 'vitest';
import { verify } from '@node-rs/argon2';
import type * as argon2 from '@node-rs/argon2';
import { signIn } from '#server/auth/sign-in.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import { founder } from '#tests/support/people.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

describe('sign-in by password', () => {
  const world = useSettledHouse();
  const { email, password } = founder;

  beforeEach(() => {
    world.house.time.pass(60 * MINUTE_MS);
    vi.mocked(verify).mockClear();
  });

  it('knows the account by its e-mail address, however that is written', async () => {
    const { house, people } = world;
    const { id } = people.admin.actor;
    expect(await signIn(house, email, password)).toMatchObject({ id });
    expect(await signIn(house, ` ${email.toUpperCase()} `, password)).toMatchObject({ id });
    expect(await signIn(house, email, `${password} `)).toBeUndefined();
  });

  it('takes the same work for an unknown account as for a wrong password', async () => {
    const { house, people } = world;
    const withoutPassword = people.member.actor.email;
    for (const who of [email, withoutPassword, 'nobody@example.org']) {
      vi.mocked(verify).mockClear();
      expect(await signIn(house, who, 'een-fout-wachtwoord')).toBeUndefined();
      expect(verify).toHaveBeenCalledOnce();
      const [stored] = vi.mocked(verify).mock.calls[0] ?? [];
      expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
  });

  it('slows guessing down: after ten failures in a quarter of an hour nothing is tried', async () => {
    const { house } = world;
    for (let n = 0; n < 10; n++) await signIn(house, email, `fout-wachtwoord-${n}`);
    expect(await signIn(house, email, password)).toBeUndefined();
    expect(verify).toHaveBeenCalledTimes(10);
    house.time.pass(15 * MINUTE_MS);
    expect(await signIn(house, email, password)).toBeDefined();
  });

  it('counts guesses that come all at once', async () => {
    const { house } = world;
    const guesses = Array.from({ length: 30 }, (_, n) => signIn(house, email, `fout-${n}`));
    await Promise.all(guesses);
    expect(vi.mocked(verify).mock.calls.length).toBeLessThanOrEqual(10);
  });

  it('does not count what was right', async () => {
    const { house } = world;
    for (let n = 0; n < 15; n++) {
      await signIn(house, email, n % 5 === 4 ? password : `fout-wachtwoord-${n}`);
    }
    expect(await signIn(house, email, password)).toBeDefined();
  });

  it('counts each account apart, known or not', async () => {
    const { house } = world;
    for (let n = 0; n < 11; n++) await signIn(house, 'nobody@example.org', `fout-${n}`);
    expect(verify).toHaveBeenCalledTimes(10);
    expect(await signIn(house, email, password)).toBeDefined();
  });
});
