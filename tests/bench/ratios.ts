import { MB, short } from './scenarios/figures.ts';
import type { TargetName } from './targets.ts';

/** The median of what a scenario measured of a target; NaN when it was not. */
export type Medians = (scenario: string, target: TargetName, name: string) => number;

/** A promise that ours has to keep in the same run as its peers. */
interface Ratio {
  readonly what: string;
  /** At most this, or at least when `least`. */
  readonly limit: number;
  readonly least?: boolean;
  readonly unit?: string;
  of(median: Medians): number;
}

const against = (peer: TargetName, scenario: string, name: string) => (median: Medians) =>
  median(scenario, 'ours', name) / median(scenario, peer, name);

const ratios: readonly Ratio[] = [
  {
    what: 'CPU per delivery at 200 clients / Hocuspocus + SQLite',
    limit: 0.6,
    of: against('hocuspocus', 'fanout', 'cpu-200'),
  },
  {
    what: 'CPU per delivery at 200 clients / bare relay',
    limit: 0.8,
    of: against('relay', 'fanout', 'cpu-200'),
  },
  {
    what: 'p99 at 200 clients / relay that batches 8 ms',
    limit: 1.5,
    of: against('relay-batch', 'fanout', 'p99-200'),
  },
  {
    what: 'warm join of 10,000 records / Hocuspocus + SQLite',
    limit: 1 / 5,
    of: against('hocuspocus', 'joins', 'warm-10000'),
  },
  {
    what: 'storm of 50 joins on 10,000 records, last done / Hocuspocus + SQLite',
    limit: 1 / 3,
    of: against('hocuspocus', 'joins', 'storm-10000'),
  },
  {
    what: 'p99 of those who draw during that storm / Hocuspocus + SQLite',
    limit: 1 / 3,
    of: against('hocuspocus', 'joins', 'drawing-10000'),
  },
  {
    what: 'heap per idle board / Hocuspocus + SQLite',
    limit: 1 / 8,
    of: against('hocuspocus', 'memory', 'per-board'),
  },
  {
    what: 'of that heap returned when the boards are empty',
    limit: 95,
    least: true,
    unit: ' %',
    of: (median) => median('memory', 'ours', 'returned'),
  },
  {
    what: 'CPU of 50 cursors / Hocuspocus + SQLite',
    limit: 0.3,
    of: against('hocuspocus', 'cursors', 'cpu-second'),
  },
  {
    what: 'heap that a reader who never reads costs',
    limit: 2,
    unit: ' MB',
    of: (median) => median('slow', 'ours', 'growth') / MB,
  },
  {
    what: 'a reader who never reads is closed (1 yes, 0 no)',
    limit: 1,
    least: true,
    of: (median) => median('slow', 'ours', 'closed'),
  },
];

/** A line for each promise: met or not, with the figure; what was not measured is left out. */
export function verdicts(median: Medians): string[] {
  return ratios.flatMap(({ what, limit, least = false, unit = '', of }) => {
    const value = of(median);
    if (Number.isNaN(value)) return [];
    const met = least ? value >= limit : value <= limit;
    const bound = `${least ? 'at least' : 'at most'} ${short(limit)}${unit}`;
    return [`${met ? 'met' : 'NOT MET'}: ${what}: ${short(value)}${unit} (${bound})`];
  });
}
