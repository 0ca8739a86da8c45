import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { print } from '#tests/support/print.ts';
import { simulate } from './simulation.ts';

/** Seeds of `npm test`: always the same ones, so that a change is to blame when one fails. */
const SEEDS = Number(process.env['SEEDS'] ?? 2_000);
/** The only seed to run, with all that happens in it. */
const ONE = process.env['SEED'] === undefined ? undefined : Number(process.env['SEED']);
const FIRST = Number(process.env['FIRST'] ?? 1);
/** Seeds of one test: enough that starting it costs nothing, few enough to see which part failed. */
const BATCH = 50;

/** Runs one of `parts` equal parts of all seeds, so that they are spread over the workers. */
export function runSeeds(part: number, parts: number): void {
  if (ONE !== undefined) {
    const name = `[SYNC-26] all promises hold, whatever happens (seed ${ONE})`;
    if (part === 0) test(name, async () => void (await simulate(ONE, print)), 60_000);
    else test('is run by the first part', () => expect(part).toBeGreaterThan(0));
    return;
  }
  const count = Math.ceil(SEEDS / parts);
  const first = FIRST + part * count;
  beforeAll(muteYjs);
  for (let seed = first; seed < first + count; seed += BATCH) {
    runBatch(seed, Math.min(seed + BATCH, first + count));
  }
  reportAfter(first, count);
}

function runBatch(first: number, end: number): void {
  test(`[SYNC-26] all promises hold, whatever happens (seeds ${first} to ${end - 1})`, async () => {
    const failures: string[] = [];
    for (let seed = first; seed < end; seed++) {
      await simulate(seed).catch((error: unknown) => failures.push(String(error)));
    }
    expect(failures).toEqual([]);
  }, 120_000);
}

function reportAfter(first: number, count: number): void {
  const begun = process.cpuUsage();
  afterAll(() => {
    const { user, system } = process.cpuUsage(begun);
    const each = Math.round((user + system) / 1000 / count);
    print(`Simulated ${count} seeds from ${first}, ${each} ms of CPU each.`);
  });
}

/** Yjs says so each time that it takes a new id because somebody forged the old one. */
function muteYjs(): void {
  vi.spyOn(console, 'log').mockImplementation(() => {});
}
