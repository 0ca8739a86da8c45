import { expect, test } from 'vitest';
import { CloseCode } from '#board/wire.ts';
import { reconnectDelay } from '#components/sync/reconnect-delay.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

test('[SYNC-47] waits longer with each attempt in vain, and never longer than five seconds', () => {
  const least = [0, 1, 2, 3, 4, 5, 50].map((attempt) => reconnectDelay(attempt, 1006, () => 0));
  expect(least).toEqual([100, 200, 400, 800, 1600, 2500, 2500]);
  const most = [0, 1, 2, 3, 4, 5, 50].map((attempt) => reconnectDelay(attempt, 1006, () => 1));
  expect(most).toEqual([200, 400, 800, 1600, 3200, 5000, 5000]);
});

test('[SYNC-47] a room that was sent away at once comes back over two seconds', () => {
  const random = seededRandom(47);
  const delays = Array.from({ length: 1_000 }, () =>
    reconnectDelay(0, CloseCode.restarting, random),
  ).sort((a, b) => a - b);
  const perTenth = new Map<number, number>();
  for (const delay of delays) {
    const tenth = Math.floor(delay / 220);
    perTenth.set(tenth, (perTenth.get(tenth) ?? 0) + 1);
  }
  expect(delays[0]).toBeGreaterThanOrEqual(200);
  expect(delays.at(-1)).toBeLessThanOrEqual(2_200);
  expect(Math.max(...perTenth.values())).toBeLessThan(150);
});
