import { expect, it } from 'vitest';
import { retryPause } from '#server/webhooks/retry-pause.ts';

const minutes = (tries: number, chance: number) =>
  (retryPause(tries, () => chance) ?? NaN) / 60_000;

it('pauses grow, differ by chance, and come to an end [HOOK-5]', () => {
  const least = [1, 2, 3, 4, 5, 6].map((tries) => minutes(tries, 0));
  expect(least).toEqual([5 / 60, 5, 30, 120, 300, 600]);
  const most = [1, 2, 3, 4, 5, 6].map((tries) => minutes(tries, 1));
  for (const [at, pause] of most.entries()) expect(pause).toBeCloseTo((least[at] ?? 0) * 1.2);
  expect(retryPause(7, () => 0)).toBeUndefined();
});
