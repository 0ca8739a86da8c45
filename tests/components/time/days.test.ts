import { describe, expect, it } from 'vitest';
import { daysBetween } from '#components/time/days-between.ts';

describe('days', () => {
  it('are counted across the change of the clock and the end of a month', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });
});
