import { expect, test } from 'vitest';
import { Dice } from '#tests/server/sync/simulator/dice.ts';
import { print } from '#tests/support/print.ts';
import { Arena } from './arena.ts';
import { costOf, MAX_CPU_MS } from './cost.ts';
import { heapInUse } from './heap.ts';
import { honestFrames, mutated } from './mutations.ts';

const SEED = Number(process.env['SEED'] ?? 1);
/** All of them by `npm run fuzz`; some in `npm test`. */
const FRAMES = Number(process.env['FUZZ_FRAMES'] ?? 4_000);
/** Frames of one board: after that many, what was let through makes it another board altogether. */
const ROUND = 1_000;
const WARM_UP = FRAMES / 4;

test(`[SYNC-7] ${FRAMES} mutated frames end nobody but their sender (seed ${SEED})`, async () => {
  const dice = new Dice(SEED);
  const tally = new Tally();
  // Some first, until everything is compiled: what grows after them, somebody holds.
  for (let left = WARM_UP; left > 0; left -= ROUND) await attack(dice, ROUND, new Tally());
  const before = await heapInUse();
  for (let left = FRAMES; left > 0; left -= ROUND) {
    await attack(dice, Math.min(ROUND, left), tally);
  }
  const growth = (await heapInUse()) / before - 1;
  print(`${FRAMES} mutated frames: ${tally.toString()}; heap ${(growth * 100).toFixed(1)} %`);
  expect(growth).toBeLessThan(0.1);
}, 3_600_000);

/** Sends so many frames to a board of its own, and looks at what became of it and its people. */
async function attack(dice: Dice, count: number, tally: Tally): Promise<void> {
  const arena = await Arena.open();
  let frames = honestFrames(arena, dice, 40);
  for (let at = 0; at < count; at++) {
    if (at % 100 === 99) frames = honestFrames(arena, dice, 40);
    if (at % 20 === 0) await arena.work();
    const frame = mutated(dice, frames);
    const effect = await arena.send(frame, dice.chance(0.1) ? 'view' : 'write');
    tally.count(effect);
    // The engine stores what came before a refused frame, and nothing of that frame itself.
    if (effect.code !== undefined) expect(effect.rowsAdded).toBe(0);
    if (effect.cpuMs > MAX_CPU_MS) expect(await costOf(frame)).toBeLessThan(MAX_CPU_MS);
  }
  arena.dismiss();
  expect(await arena.troubles()).toEqual([]);
  await arena.rooms.stop();
}

class Tally {
  private readonly codes = new Map<string, number>();
  private worst = 0;
  private stored = 0;

  count({
    code,
    cpuMs,
    rowsAdded,
  }: {
    code: number | undefined;
    cpuMs: number;
    rowsAdded: number;
  }): void {
    const key = code === undefined ? 'not closed' : String(code);
    this.codes.set(key, (this.codes.get(key) ?? 0) + 1);
    this.worst = Math.max(this.worst, cpuMs);
    this.stored += rowsAdded;
  }

  toString(): string {
    const codes = [...this.codes].map(([code, count]) => `${count} ${code}`).join(', ');
    return `${codes}; ${this.stored} stored; at most ${this.worst.toFixed(1)} ms of CPU`;
  }
}
