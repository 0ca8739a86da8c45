import type { Column } from '../bench.ts';

/** A number as short as it may be read: 0.42, 7.3, 128. */
export function short(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

export const MB = 1 << 20;

/** A column of one number. */
export function figure(head: string, name: string, divisor = 1): Column {
  return { head, cell: (of) => short(of(name) / divisor) };
}

/** A column of two, such as p50 and p99. */
export function pair(head: string, first: string, second: string): Column {
  return { head, cell: (of) => `${short(of(first))} / ${short(of(second))}` };
}
