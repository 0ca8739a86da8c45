import { z } from 'zod';
import { day } from '../calendar.ts';
import { effect, effectOutcomes, taskStates } from '../facts.ts';
import { holdingResults } from '../holding.ts';
import { id, moment, pageQuery, person } from './problem.ts';

/** Asks some time after an effect worked whether it still does. */
export const holdingCheckView = z.object({
  id,
  /** Days after the effect check. */
  after: z.int(),
  dueOn: day,
  /** Null while it is to come. */
  result: z.enum(holdingResults).nullable(),
  doneAt: moment.nullable(),
  doneBy: person.nullable(),
  reading: z.number().nullable(),
  observation: z.string().nullable(),
  note: z.string().nullable(),
  /** Whether the reading was still at what was expected or beyond; null for what was observed. */
  reached: z.boolean().nullable(),
});
export type HoldingCheckView = z.infer<typeof holdingCheckView>;

/** What was expected when the work began; nobody changes it afterwards. */
export const predictionView = effect
  .pick({ expected: true, observation: true })
  .extend({ checkOn: day, frozenAt: moment });
export type PredictionView = z.infer<typeof predictionView>;

export const taskView = z.object({
  id,
  boardId: id,
  boardTitle: z.string(),
  teamId: id,
  actionId: id,
  title: z.string(),
  owner: person,
  due: day,
  effect: effect.extend({
    measureName: z.string().optional(),
    unit: z.string().optional(),
    /** Which way the measure is better. */
    direction: z.enum(['up', 'down']).optional(),
  }),
  state: z.enum(taskStates),
  /** What the effect is set against; null until the work begins. */
  prediction: predictionView.nullable(),
  outcome: z.enum(effectOutcomes).nullable(),
  /** Whether the reading of the newest effect check was at what was expected or beyond. */
  reached: z.boolean().nullable(),
  learned: z.string().nullable(),
  tell: z.string().nullable(),
  /** Of every round, by day. */
  holdingChecks: z.array(holdingCheckView),
  droppedReason: z.string().nullable(),
  confirmedAt: moment,
  confirmedBy: person,
  /** Rises with every change; send it back with the next one. */
  revision: z.int(),
});
export type TaskView = z.infer<typeof taskView>;

/** One step in a task's story. */
export const taskEventView = z.object({
  at: moment,
  actor: person,
  kind: z.enum(['confirmed', 'changed', 'effect', 'holding']),
  data: z.record(z.string(), z.unknown()),
});
export const taskStoryView = taskView.extend({
  events: z.array(taskEventView),
  /** Of the measure that the task is seen by. */
  newestReading: z.object({ at: day, value: z.number() }).nullable(),
});
export type TaskStoryView = z.infer<typeof taskStoryView>;

export const tasksQuery = pageQuery.extend({
  team: id.optional(),
  board: id.optional(),
  /** A user id, or `me`. */
  owner: id.optional(),
  state: z.enum(taskStates).optional(),
});
export type TasksQuery = z.infer<typeof tasksQuery>;

export const changeTaskInput = z.strictObject({
  revision: z.int(),
  state: z.enum(taskStates).optional(),
  title: z.string().trim().min(1).max(500).optional(),
  owner: id.optional(),
  due: day.optional(),
  /** What is expected, said anew; the task stays seen by its measure or its observation. */
  effect: effect.pick({ expected: true, observation: true, checkOn: true }).strict().optional(),
  /** Why it is dropped, which has to be said, or why the day moves, which may be. */
  reason: z.string().trim().min(1).max(500).optional(),
});
export type ChangeTaskInput = z.infer<typeof changeTaskInput>;

export const checkEffectInput = z.strictObject({
  revision: z.int().optional(),
  outcome: z.enum(effectOutcomes),
  /** The value read, for a task that is seen by a measure. */
  reading: z.number().optional(),
  /** What was seen, for a task that is seen by an observation. */
  observation: z.string().trim().min(1).max(2000).optional(),
  learned: z.string().trim().min(1).max(2000),
  /** Who else should know. */
  tell: z.string().trim().min(1).max(500).optional(),
});
export type CheckEffectInput = z.infer<typeof checkEffectInput>;

export const answerHoldingInput = z.strictObject({
  revision: z.int(),
  held: z.boolean(),
  reading: z.number().optional(),
  observation: z.string().trim().min(1).max(2000).optional(),
  note: z.string().trim().min(1).max(2000).optional(),
});
export type AnswerHoldingInput = z.infer<typeof answerHoldingInput>;
