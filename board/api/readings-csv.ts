import * as z from 'zod/mini';
import { day } from '../calendar.ts';

/** Of a file with readings, as it is taken in. */
export const MAX_CSV_BYTES = 1024 * 1024;
export const MAX_CSV_LINES = 5000;

/** Why a line is no reading; each has a text under `measures.import.reasons` in messages. */
export const badLineReasons = [
  'heading', // the heading names no column with values
  'columns', // more or fewer columns than there should be
  'quotes', // a quote that never ends, or ends too early
  'day', // not written as 2026-01-31 or 31-01-2026
  'no-such-day', // written well, but not in the calendar
  'future', // still to come: nobody has read that yet
  'value', // no number
  'thousands', // a number with a sign between the thousands
] as const;
export type BadLineReason = (typeof badLineReasons)[number];

export const importQuery = z.object({
  /** `all` stores nothing unless every line is good, `good` stores the good ones, `none` only looks. */
  take: z._default(z.enum(['all', 'good', 'none']), 'all'),
});
export type ImportQuery = z.infer<typeof importQuery>;

export const exportQuery = z.object({
  /** `plain` is for programs; `spreadsheet` is written as spreadsheets in the asker's language do. */
  form: z._default(z.enum(['plain', 'spreadsheet']), 'plain'),
});
export type ExportQuery = z.infer<typeof exportQuery>;

/** One reading in a file; lines count from 1, the heading among them. */
export const csvReading = z.object({ line: z.int(), at: day, value: z.number() });
export type CsvReading = z.infer<typeof csvReading>;

export const badLine = z.object({
  line: z.int(),
  /** The beginning of the line as it came. */
  text: z.string(),
  reason: z.enum(badLineReasons),
});
export type BadLine = z.infer<typeof badLine>;

export const importView = z.object({
  /** New readings. */
  good: z.array(csvReading),
  /** The same value for the same day is there already. */
  skipped: z.array(csvReading),
  /** It was there and somebody withdrew or corrected it: it does not come back with a file. */
  takenBack: z.array(csvReading),
  bad: z.array(badLine),
  /** How many readings were stored. */
  stored: z.int(),
});
export type ImportView = z.infer<typeof importView>;
