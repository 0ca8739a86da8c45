import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { id, person } from './problem.ts';

export const addMeasureInput = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  unit: z._default(z.string().check(z.trim(), z.maxLength(30)), ''),
  /** Which way is better. */
  direction: z.enum(['up', 'down']),
  baseline: z.optional(z.number()),
  target: z.optional(z.number()),
  targetBy: z.optional(day),
});
export type AddMeasureInput = z.infer<typeof addMeasureInput>;

export const addReadingInput = z.strictObject({ at: day, value: z.number() });
export type AddReadingInput = z.infer<typeof addReadingInput>;

export const readingView = z.object({ id, at: day, value: z.number(), by: person });
export type ReadingView = z.infer<typeof readingView>;

export const measureView = z.object({
  id,
  teamId: id,
  name: z.string(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  baseline: z.nullable(z.number()),
  target: z.nullable(z.number()),
  targetBy: z.nullable(day),
  /** Oldest first. */
  readings: z.array(readingView),
});
export type MeasureView = z.infer<typeof measureView>;
