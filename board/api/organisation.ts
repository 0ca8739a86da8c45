import * as z from 'zod/mini';

/** Every step of the last 30 days can be opened, for which a day needs its snapshot. */
export const LEAST_DAYS = 31;

const days = z.nullable(z.int().check(z.minimum(LEAST_DAYS), z.maximum(36_500)));

/** How long the contents of snapshots are kept; null for ever. */
export const retentionView = z.object({
  /** Of those that the server takes each day. */
  dailyDays: days,
  /** Of all others. */
  otherDays: days,
});
export type RetentionView = z.infer<typeof retentionView>;

export const retentionInput = z.strictObject({
  dailyDays: z.optional(days),
  otherDays: z.optional(days),
});
export type RetentionInput = z.infer<typeof retentionInput>;
