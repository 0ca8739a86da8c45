import { expect, it } from 'vitest';
import { hashPassword, passwordFits } from '#server/auth/passwords.ts';

it('passwords are hashed with argon2id, 19 MiB and two passes, each with its own salt', async () => {
  const [one, two] = await Promise.all([hashPassword('zelfde'), hashPassword('zelfde')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

it('a password fits its own hash alone', async () => {
  const stored = await hashPassword('het juiste');
  expect(await passwordFits(stored, 'het juiste')).toBe(true);
  expect(await passwordFits(stored, 'het onjuiste')).toBe(false);
});

it('without an account or a password nothing fits, not even the decoy', async () => {
  for (const stored of [null, undefined]) {
    expect(await passwordFits(stored, 'no account has this password')).toBe(false);
  }
});
