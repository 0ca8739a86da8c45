import { expect, it } from 'vitest';
import { Attempts } from '#server/auth/attempts.ts';

it('forgets everything rather than grow without bound', () => {
  const attempts = new Attempts(() => 0);
  for (let n = 0; n < 10; n++) attempts.failed('anna@example.org');
  expect(attempts.mayTry('anna@example.org')).toBe(false);
  for (let n = 0; n < 10_000; n++) attempts.failed(`${n}@example.org`);
  expect(attempts.mayTry('anna@example.org')).toBe(true);
});

it('lets go of failures one by one as they grow old', () => {
  let now = 0;
  const attempts = new Attempts(() => now);
  for (; now < 10_000; now += 1_000) attempts.failed('anna@example.org');
  expect(attempts.mayTry('anna@example.org')).toBe(false);
  now = 15 * 60_000;
  expect(attempts.mayTry('anna@example.org')).toBe(true);
  attempts.failed('anna@example.org');
  expect(attempts.mayTry('anna@example.org')).toBe(false);
});
