export interface RunReading {
  /** `yyyy-mm-dd` */
  readonly at: string;
  readonly value: number;
}

/** What a reader should take from a run chart; the chart's text is made of it. */
export interface RunFacts {
  readonly count: number;
  readonly first: RunReading;
  readonly last: RunReading;
  readonly target: number | null;
  readonly unit: string;
  /** From the baseline, or else the first reading, to the last one; better follows the direction. */
  readonly trend: 'better' | 'worse' | 'same';
  /** Whether the last reading is at the target or beyond; null without a target. */
  readonly reached: boolean | null;
}

export interface RunSeries {
  readonly readings: readonly RunReading[];
  readonly target: number | null;
  readonly baseline: number | null;
  /** Which way is better. */
  readonly direction: 'up' | 'down';
  readonly unit: string;
}

export function runFacts(series: RunSeries): RunFacts | null {
  const readings = inOrder(series.readings);
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) return null;
  const sign = series.direction === 'up' ? 1 : -1;
  const gain = sign * (last.value - (series.baseline ?? first.value));
  return {
    count: readings.length,
    first,
    last,
    target: series.target,
    unit: series.unit,
    trend: gain > 0 ? 'better' : gain < 0 ? 'worse' : 'same',
    reached: series.target === null ? null : sign * (last.value - series.target) >= 0,
  };
}

/** Oldest first; readings of one day keep the order they were given in. */
export function inOrder(readings: readonly RunReading[]): RunReading[] {
  return [...readings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
