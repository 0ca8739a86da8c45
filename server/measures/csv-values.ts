import type { BadLineReason } from '#board/api/readings-csv.ts';
import { day } from '#board/calendar.ts';

/** What a cell says, or why it says nothing. */
export type Read<T> = { readonly value: T } | { readonly reason: BadLineReason };

/**
 * A day as 2026-01-31 or 31-01-2026. Slashes are refused: 03/04/2026 is April in London and March in
 * New York, and nothing in a file says which. [MEAS-10]
 */
export function readCsvDay(cell: string, latest: string): Read<string> {
  const iso = /^\d{4}-\d{2}-\d{2}$/u.test(cell) ? cell : isoOf(cell);
  if (iso === undefined) return { reason: 'day' };
  if (!day.safeParse(iso).success) return { reason: 'no-such-day' };
  return iso > latest ? { reason: 'future' } : { value: iso };
}

function isoOf(cell: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/u.exec(cell) ?? [];
  if (day === undefined || month === undefined) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * A number with a decimal comma or point; a sign between thousands could be either, so it is refused.
 * What stands between columns tells how the spreadsheet writes: beside semicolons a point stands
 * between thousands, beside commas a comma does. [MEAS-10]
 */
export function readCsvNumber(cell: string, delimiter: string): Read<number> {
  const grouped = delimiter === ';' ? /^[-+]?\d{1,3}\.\d{3}$/u : /^[-+]?\d{1,3},\d{3}$/u;
  if (grouped.test(cell)) return { reason: 'thousands' };
  if (/^[-+]?\d{1,3}([.,'\s]\d{3})+[.,]\d+$|^[-+]?\d{1,3}([.,'\s]\d{3}){2,}$/u.test(cell))
    return { reason: 'thousands' };
  if (!/^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d{1,3})?$/iu.test(cell)) return { reason: 'value' };
  const value = Number(cell.replace(',', '.'));
  return Number.isFinite(value) ? { value } : { reason: 'value' };
}
