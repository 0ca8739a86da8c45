import * as z from 'zod/mini';
import { moment, person } from './problem.ts';

export const historyQuery = z.object({
  cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
});
export type HistoryQuery = z.infer<typeof historyQuery>;

/** What was written in one go: changes that follow on one another within a minute, five minutes at most. */
export const historyPoint = z.object({
  /** The row of the log that it ends with; the board at that point is `/boards/:id/at/:seq/state`. */
  seq: z.int(),
  /** The row that it begins with. */
  from: z.int(),
  startedAt: moment,
  at: moment,
  /** Who wrote something new in it; taking something away leaves no name. */
  people: z.array(person),
});
export type HistoryPoint = z.infer<typeof historyPoint>;

export const historyView = z.object({
  /** Newest first. */
  items: z.array(historyPoint),
  nextCursor: z.nullable(z.string()),
  /** The first row at which the board can still be opened. */
  reach: z.int(),
  /** The newest row. */
  head: z.int(),
});
export type HistoryView = z.infer<typeof historyView>;
