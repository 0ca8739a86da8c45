/** What a run chart shows: readings, and the levels that they are held against. */
export interface ChartSeries {
  readonly readings: readonly { readonly at: string; readonly value: number }[];
  readonly target: number | null;
  readonly baseline: number | null;
}

/** Where a day and a value lie, in percent from the left and from the top. */
export interface ChartScale {
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  /** Round values for the axis. */
  readonly ticks: readonly number[];
}

const EDGE = 4; // percent kept free above and below, so that no dot is cut
const TICKS = 4; // about as many as a reader takes in

export function chartScale(series: ChartSeries, moreDays: readonly string[]): ChartScale {
  const days = [...series.readings.map((reading) => reading.at), ...moreDays].map(daysSince1970);
  const levels = [series.target, series.baseline].filter((level) => level !== null);
  const values = [...series.readings.map((reading) => reading.value), ...levels];
  const ticks = roundTicks(Math.min(...values), Math.max(...values));
  const low = Math.min(...values, ticks[0] ?? 0);
  const high = Math.max(...values, ticks.at(-1) ?? 0);
  const from = Math.min(...days);
  const to = Math.max(...days);
  return {
    // A single day stands in the middle.
    x: (day) => (to === from ? 50 : ((daysSince1970(day) - from) / (to - from)) * 100),
    y: (value) => EDGE + ((high - value) / (high - low)) * (100 - 2 * EDGE),
    ticks,
  };
}

/** Steps of 1, 2 or 5 times a power of ten that hold every value. */
function roundTicks(low: number, high: number): number[] {
  const range = high - low || Math.abs(high) || 1;
  const rough = range / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const count = Math.max(1, Math.ceil(high / step) - first);
  return Array.from({ length: count + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

function daysSince1970(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
