import { expect, test } from 'vitest';
import { TokenBucket } from '#server/sync/token-bucket.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';

test('[SYNC-17] a burst at once, then so much a second, and never more than a burst', () => {
  const clock = new ManualClock();
  const bucket = new TokenBucket({ burst: 10, perSecond: 2 }, clock);
  expect(bucket.take(10)).toBe(true);
  expect(bucket.take(1)).toBe(false);
  clock.pass(500);
  expect(bucket.take(1)).toBe(true);
  expect(bucket.take(1)).toBe(false);
  clock.pass(3_600_000);
  expect(bucket.take(11)).toBe(false);
  expect(bucket.take(10)).toBe(true);
});
