import { z } from 'zod';
import { day } from '../calendar.ts';
import { answerers } from '../catchball.ts';
import { effectOutcomes, taskStates } from '../facts.ts';
import { id, moment, person } from './problem.ts';
import { targetView } from './targets.ts';

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

export const readingView = z.object({
  id,
  /** The day the value holds for. */
  at: day,
  value: z.number(),
  by: person,
  enteredAt: moment,
  /** Rises with every correction; send it back with the next one. */
  revision: z.int(),
});
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
  /** Whether another target waits for its answer. */
  proposed: z.boolean(),
  /** Rises with every change of the measure or its target, and with no reading. */
  revision: z.int(),
  /** Oldest first; those of one day in the order they were entered. */
  readings: z.array(readingView),
});
export type MeasureView = z.infer<typeof measureView>;

export const changeMeasureInput = z.strictObject({
  revision: z.int(),
  name: z.string().trim().min(1).max(120).optional(),
  unit: z.string().trim().max(30).optional(),
  direction: z.enum(['up', 'down']).optional(),
  baseline: z.number().nullable().optional(),
});
export type ChangeMeasureInput = z.infer<typeof changeMeasureInput>;

export const correctReadingInput = z.strictObject({
  revision: z.int(),
  at: day.optional(),
  value: z.number().optional(),
  /** Takes it out of the chart, or back into it; its history stays. */
  withdrawn: z.boolean().optional(),
  reason: z.string().trim().min(1).max(500),
});
export type CorrectReadingInput = z.infer<typeof correctReadingInput>;

/** What a reading was until somebody corrected it. */
export const correctionView = z.object({
  at: moment,
  by: person,
  reason: z.string(),
  was: z.object({ at: day, value: z.number(), withdrawn: z.boolean() }),
});
export type CorrectionView = z.infer<typeof correctionView>;

/** A reading as it stands, with everything it was before. */
export const readingStoryView = readingView.extend({
  withdrawn: z.boolean(),
  /** Oldest first. */
  corrections: z.array(correctionView),
});
export type ReadingStoryView = z.infer<typeof readingStoryView>;

/** An action that is meant to move the measure. */
export const measureActionView = z.object({
  taskId: id,
  title: z.string(),
  state: z.enum(taskStates),
  outcome: z.enum(effectOutcomes).nullable(),
  startedAt: moment.nullable(),
  /** When the work was done; null again while it is taken up anew. */
  doneAt: moment.nullable(),
});
export type MeasureActionView = z.infer<typeof measureActionView>;

/** A measure with all that is known of it. */
export const measureStoryView = measureView.extend({
  teamName: z.string(),
  /** Oldest first, those that were withdrawn among them. */
  readings: z.array(readingStoryView),
  /** Newest first. */
  targets: z.array(targetView),
  actions: z.array(measureActionView),
  /** Who of the team may agree to the target that waits for an answer; null when none waits. */
  waitsFor: z.enum(answerers).nullable(),
  /** What the asker may do. */
  may: z.object({
    write: z.boolean(),
    propose: z.boolean(),
    /** Agree to the target that waits for an answer. */
    agree: z.boolean(),
  }),
});
export type MeasureStoryView = z.infer<typeof measureStoryView>;
