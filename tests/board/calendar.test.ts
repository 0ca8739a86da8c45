import { expect, test } from 'vitest';
import { day } from '#board/calendar.ts';

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
