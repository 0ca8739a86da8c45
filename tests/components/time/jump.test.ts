import { describe, expect, test } from 'vitest';
import { jumpFrom } from '#components/time/jump.ts';

describe('days that are one press away', () => {
  test.each([
    ['2026-11-23', 'friday', '2026-11-27'], // a Monday
    ['2026-11-27', 'friday', '2026-12-04'], // a Friday: the next one
    ['2026-11-28', 'friday', '2026-12-04'],
    ['2026-12-28', 'week', '2027-01-04'],
    ['2026-02-20', 'fortnight', '2026-03-06'],
    ['2026-11-23', 'month', '2026-12-21'],
  ] as const)('on %s, "%s" is %s', (today, jump, day) => {
    expect(jumpFrom(today, jump)).toBe(day);
  });
});
