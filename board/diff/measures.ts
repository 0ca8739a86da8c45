import type { MeasureFact } from '../facts.ts';
import type { Projection } from '../projection.ts';
import type { MeaningDiff } from '../diff.ts';
import { pair } from './pair.ts';

export function diffMeasures(from: Projection, to: Projection) {
  const { added, kept } = pair(from.measures, to.measures);
  const all = [...added.map((now) => [undefined, now] as const), ...kept];
  const readings = all.map(([before, now]) => diffReadings(before?.readings ?? [], now));
  return {
    readings: readings.flatMap((one) => one.added),
    readingsCorrected: readings.flatMap((one) => one.corrected),
    targetsMoved: kept
      .filter(([old, now]) => old.target !== now.target)
      .map(([old, { id, name, target }]) => ({ id, measure: name, from: old.target, to: target })),
    targetsProposed: all
      .filter(([old, now]) => now.proposed === true && old?.proposed !== true)
      .map(([, { id, name }]) => ({ id, measure: name })),
  };
}

/** Day by day: values that came where others went are corrections. Old days that are cut off are nothing. */
function diffReadings(before: MeasureFact['readings'], { id, name, unit, readings }: MeasureFact) {
  const added: MeaningDiff['readings'] = [];
  const corrected: MeaningDiff['readingsCorrected'] = [];
  for (const at of new Set(readings.map((reading) => reading.at))) {
    const old = valuesOn(before, at);
    const now = valuesOn(readings, at);
    const gone = without(old, now);
    for (const [place, value] of without(now, old).entries()) {
      const where = { id, measure: name, unit, at };
      const from = gone[place];
      if (from === undefined) added.push({ ...where, value });
      else corrected.push({ ...where, from, to: value });
    }
  }
  return { added, corrected };
}

function valuesOn(readings: MeasureFact['readings'], day: string): number[] {
  return readings.filter(({ at }) => at === day).map(({ value }) => value);
}

/** The values of the first list that are left when each of the second has taken its like. */
function without(values: readonly number[], others: readonly number[]): number[] {
  const left = [...others];
  return values.filter((value) => {
    const at = left.indexOf(value);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
