import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MAX_POST_BYTES, splitFrames } from '#board/http-wire.ts';
import { HttpSender } from '#components/sync/http-sender.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A sender whose POSTs are answered one by one with the statuses given, then with 204. */
function setUp(...statuses: (number | 'no answer')[]) {
  const posts: { number: number; frames: number[][]; at: number }[] = [];
  let gaveUp = 0;
  const from = performance.now();
  const sender = new HttpSender({
    post: async (number, body) => {
      const frames = splitFrames(body).map((frame) => [...frame.subarray(0, 1)]);
      posts.push({ number, frames, at: performance.now() - from });
      await new Promise((answered) => setTimeout(answered, 10));
      const status = statuses.shift() ?? 204;
      if (status === 'no answer') throw new TypeError('network');
      return status;
    },
    gaveUp: () => (gaveUp += 1),
  });
  return { sender, posts, gaveUp: () => gaveUp };
}

const frame = (value: number, size = 1): Uint8Array => new Uint8Array(size).fill(value);
const settle = (ms = 60_000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test('[SYNC-53] what is made together goes together, the rest in order and never two at once', async () => {
  const { sender, posts } = setUp();
  sender.send(frame(1));
  sender.send(frame(2));
  await settle(5);
  sender.send(frame(3));
  await settle(10);
  sender.send(frame(4));
  await settle();
  expect(posts).toEqual([
    { number: 1, frames: [[1], [2]], at: 0 },
    { number: 2, frames: [[3], [4]], at: 40 },
  ]);
});

test('[SYNC-53] a POST without an answer is sent again, the same under the same number', async () => {
  const { sender, posts, gaveUp } = setUp('no answer', 503, 200, 429);
  sender.send(frame(1));
  await settle(15);
  sender.send(frame(2));
  await settle();
  expect(posts.map(({ number, frames }) => [number, frames])).toEqual([
    ...Array.from({ length: 5 }, () => [1, [[1]]]),
    [2, [[2]]],
  ]);
  expect(gaveUp()).toBe(0);
});

test.each([400, 403, 404, 409, 410, 413])(
  '[SYNC-53] after a refusal with %i nothing more is sent',
  async (status) => {
    const { sender, posts, gaveUp } = setUp(status);
    sender.send(frame(1));
    await settle();
    sender.send(frame(2));
    await settle();
    expect([posts.length, gaveUp()]).toEqual([1, 1]);
  },
);

test('[SYNC-53] a POST that never gets through is given up within half a minute', async () => {
  const { sender, posts, gaveUp } = setUp(
    ...Array.from({ length: 50 }, () => 'no answer' as const),
  );
  sender.send(frame(1));
  await settle(30_000);
  expect(gaveUp()).toBe(1);
  expect(posts.length).toBeGreaterThan(5);
});

test('[SYNC-53] a POST holds what fits, and a frame that is too large goes alone', async () => {
  const { sender, posts } = setUp();
  const half = MAX_POST_BYTES / 2;
  for (const [value, size] of [
    [1, half],
    [2, half - 10],
    [3, 100],
    [4, MAX_POST_BYTES],
    [5, 1],
  ]) {
    sender.send(frame(value ?? 0, size));
  }
  await settle();
  expect(posts.map(({ frames }) => frames.flat())).toEqual([[1, 2], [3], [4], [5]]);
});

test('[SYNC-54] a sign of life is an empty POST, or whatever goes anyway', async () => {
  const { sender, posts } = setUp();
  sender.showLife();
  await settle();
  sender.send(frame(1));
  sender.showLife();
  await settle();
  expect(posts.map(({ frames }) => frames)).toEqual([[], [[1]]]);
});

test('[SYNC-50] finishing sends what waits at once, and ends with its answer', async () => {
  const { sender, posts } = setUp();
  sender.send(frame(1));
  await settle(15);
  sender.send(frame(2));
  expect(sender.waiting).toBe(1);
  let finished = false;
  void sender.finish().then(() => (finished = true));
  await settle(11);
  expect(finished).toBe(true);
  expect(posts.map(({ at }) => at)).toEqual([0, 15]);
});

test('[SYNC-50] a sender that stopped sends nothing again', async () => {
  const { sender, posts } = setUp('no answer');
  sender.send(frame(1));
  await settle(15);
  sender.stop();
  sender.send(frame(2));
  await settle();
  expect(posts).toHaveLength(1);
});
