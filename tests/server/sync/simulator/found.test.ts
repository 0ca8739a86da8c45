import { expect, test } from 'vitest';
import { simulate } from './simulation.ts';

/** Seeds that failed once, and what they found. */
const found: readonly (readonly [seed: number, what: string])[] = [
  [2, 'each new draft of a room wrote under a Yjs client id that nobody chose'],
  [72, 'whoever came from another server was refused for what this one had not read'],
  [162, 'after one slow commit on a board at rest, nothing was called saved any more'],
];

test.each(found)('[SYNC-26] seed %i, in which %s', async (seed) => {
  await simulate(seed);
});

test('a seed always gives the same run', async () => {
  const traces = [[], []] as [string[], string[]];
  for (const trace of traces) await simulate(5, (line) => trace.push(line));
  expect(traces[0].length).toBeGreaterThan(70);
  expect(traces[1]).toEqual(traces[0]);
});
