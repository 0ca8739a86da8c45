import { expect, test } from 'vitest';
import { addDays, day, dayIn, latestDay } from '#board/calendar.ts';

test.each(['2026-11-20', '2028-02-29'])('[ACT-1] %s is a day', (text) => {
  expect(day.parse(text)).toBe(text);
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-1-1',
  '20-11-2026',
  '2026-11-20T00:00Z',
  'vrijdag',
  '',
])('[ACT-1] “%s” is no day', (text) => {
  expect(day.safeParse(text).success).toBe(false);
});

test('a moment is a day of its own in each zone', () => {
  const late = new Date('2026-03-10T23:30:00Z');
  expect(dayIn('Europe/Amsterdam', late)).toBe('2026-03-11');
  expect(dayIn('UTC', late)).toBe('2026-03-10');
  expect(dayIn('America/New_York', late)).toBe('2026-03-10');
  expect(latestDay(new Date('2026-03-10T09:59:00Z'))).toBe('2026-03-10');
  expect(latestDay(new Date('2026-03-10T10:00:00Z'))).toBe('2026-03-11');
});

test('days are added across the change of the clock, the end of a month and a leap day', () => {
  expect(addDays('2027-03-27', 1)).toBe('2027-03-28');
  expect(addDays('2027-03-28', 1)).toBe('2027-03-29');
  expect(addDays('2026-02-20', 30)).toBe('2026-03-22');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-10-25', -1)).toBe('2026-10-24');
});
