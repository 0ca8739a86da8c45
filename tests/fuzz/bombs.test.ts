import { expect, test } from 'vitest';
import { print } from '#tests/support/print.ts';
import { Dice } from '#tests/server/sync/simulator/dice.ts';
import { Arena } from './arena.ts';
import { bombs } from './bombs.ts';
import { costOf, MAX_CPU_MS } from './cost.ts';
import { mayWait } from './may-wait.ts';

const SEED = Number(process.env['SEED'] ?? 1);
const EACH = Number(process.env['FUZZ_BOMBS'] ?? 20);

test.each(Object.entries(bombs))(
  `[SYNC-7] [SYNC-70] a bomb hurts nobody: %s (seed ${SEED}, ${EACH} of them)`,
  async (what, make) => {
    const arena = await Arena.open();
    const dice = new Dice(SEED);
    let worst = 0;
    const codes = new Map<number | undefined, number>();
    for (let at = 0; at < EACH; at++) {
      const { frame, isRefused } = make(arena, dice);
      const { code, cpuMs, rowsAdded } = await arena.send(frame);
      if (isRefused) expect(rowsAdded).toBe(0);
      if (isRefused && !mayWait(frame)) expect(code).toBeDefined();
      worst = Math.max(worst, cpuMs > MAX_CPU_MS ? await costOf(frame) : cpuMs);
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (at % 10 === 0) await arena.work();
    }
    arena.dismiss();
    print(
      `${what}: ${EACH} frames, at most ${worst.toFixed(1)} ms of CPU, closed with ${JSON.stringify([...codes])}`,
    );
    expect(await arena.troubles()).toEqual([]);
    expect(worst).toBeLessThan(MAX_CPU_MS);
  },
  300_000,
);
