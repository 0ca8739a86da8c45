import { z } from 'zod';
import { day } from '../calendar.ts';
import { id, person } from './problem.ts';

export const addMeasureInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  unit: z.string().trim().max(30).default(''),
  /** Which way is better. */
  direction: z.enum(['up', 'down']),
  baseline: z.number().optional(),
  target: z.number().optional(),
  targetBy: day.optional(),
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
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  targetBy: day.nullable(),
  /** Oldest first. */
  readings: z.array(readingView),
});
export type MeasureView = z.infer<typeof measureView>;
