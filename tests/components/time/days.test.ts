import { describe, expect, it } from 'vitest';
import { dayIn } from '#components/time/day-in.ts';
import { addDays, daysBetween } from '#components/time/days-between.ts';

describe('days', () => {
  it('fall where the reader is', () => {
    const late = new Date('2026-03-10T23:30:00Z');
    expect(dayIn('Europe/Amsterdam', late)).toBe('2026-03-11');
    expect(dayIn('UTC', late)).toBe('2026-03-10');
    expect(dayIn('America/New_York', late)).toBe('2026-03-10');
  });

  it('are counted across the change of the clock and the end of a month', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(addDays('2026-02-20', 30)).toBe('2026-03-22');
  });
});
