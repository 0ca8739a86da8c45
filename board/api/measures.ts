import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { answerers } from '../catchball.ts';
import { effectOutcomes, taskStates } from '../facts.ts';
import { id, moment, person } from './problem.ts';
import { targetView } from './targets.ts';

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
  baseline: z.nullable(z.number()),
  target: z.nullable(z.number()),
  targetBy: z.nullable(day),
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
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
  unit: z.optional(z.string().check(z.trim(), z.maxLength(30))),
  direction: z.optional(z.enum(['up', 'down'])),
  baseline: z.optional(z.nullable(z.number())),
});
export type ChangeMeasureInput = z.infer<typeof changeMeasureInput>;

export const correctReadingInput = z.strictObject({
  revision: z.int(),
  at: z.optional(day),
  value: z.optional(z.number()),
  /** Takes it out of the chart, or back into it; its history stays. */
  withdrawn: z.optional(z.boolean()),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
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
export const readingStoryView = z.extend(readingView, {
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
  outcome: z.nullable(z.enum(effectOutcomes)),
  startedAt: z.nullable(moment),
  /** When the work was done; null again while it is taken up anew. */
  doneAt: z.nullable(moment),
});
export type MeasureActionView = z.infer<typeof measureActionView>;

/** A measure with all that is known of it. */
export const measureStoryView = z.extend(measureView, {
  teamName: z.string(),
  /** Oldest first, those that were withdrawn among them. */
  readings: z.array(readingStoryView),
  /** Newest first. */
  targets: z.array(targetView),
  actions: z.array(measureActionView),
  /** Who of the team may agree to the target that waits for an answer; null when none waits. */
  waitsFor: z.nullable(z.enum(answerers)),
  /** What the asker may do. */
  may: z.object({
    write: z.boolean(),
    propose: z.boolean(),
    /** Agree to the target that waits for an answer. */
    agree: z.boolean(),
  }),
});
export type MeasureStoryView = z.infer<typeof measureStoryView>;
