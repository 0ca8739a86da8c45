import { cycleTexts } from '../cycles.ts';
import type { Cycle } from '../cycles.ts';
import type { Projection } from '../projection.ts';
import type { MeaningDiff } from '../diff.ts';
import { pair } from './pair.ts';

/** Cycles that began, and what was written in any; one that was new may have words already. */
export function diffCycles(from: Projection, to: Projection) {
  const { added, kept } = pair<Cycle>(from.cycles, to.cycles);
  const blank = { expected: '', happened: '', learned: '' };
  const all = [...kept, ...added.map((cycle) => [{ ...cycle, ...blank }, cycle] as const)];
  return {
    cyclesStarted: added.map(({ id, number }) => ({ id, number })),
    cyclesChanged: all.flatMap(([before, after]) => textChanges(before, after)),
  };
}

function textChanges(before: Cycle, after: Cycle): MeaningDiff['cyclesChanged'] {
  const { id, number } = after;
  return cycleTexts
    .filter((name) => before[name].trim() !== after[name].trim())
    .map((name) => ({ id, number, name, from: before[name], to: after[name] }));
}
