import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { consentRound } from '../consent.ts';
import { effect, effectOutcomes, taskStates } from '../facts.ts';
import { holdingResults } from '../holding.ts';
import { commentView } from './comments.ts';
import { id, moment, pageQuery, person, problem } from './problem.ts';

/** Asks some time after an effect worked whether it still does. */
export const holdingCheckView = z.object({
  id,
  /** Days after the effect check. */
  after: z.int(),
  dueOn: day,
  /** Null while it is to come. */
  result: z.nullable(z.enum(holdingResults)),
  doneAt: z.nullable(moment),
  doneBy: z.nullable(person),
  reading: z.nullable(z.number()),
  observation: z.nullable(z.string()),
  note: z.nullable(z.string()),
  /** Whether the reading was still at what was expected or beyond; null for what was observed. */
  reached: z.nullable(z.boolean()),
});
export type HoldingCheckView = z.infer<typeof holdingCheckView>;

/** What was expected when the work began; nobody changes it afterwards. */
export const predictionView = z.extend(z.pick(effect, { expected: true, observation: true }), {
  checkOn: day,
  frozenAt: moment,
});
export type PredictionView = z.infer<typeof predictionView>;

export const taskView = z.object({
  id,
  boardId: id,
  boardTitle: z.string(),
  teamId: id,
  actionId: id,
  title: z.string(),
  owner: person,
  /** Helps the owner, and is not responsible. */
  buddy: z.nullable(person),
  due: day,
  effect: z.extend(effect, {
    measureName: z.optional(z.string()),
    unit: z.optional(z.string()),
    /** Which way the measure is better. */
    direction: z.optional(z.enum(['up', 'down'])),
  }),
  state: z.enum(taskStates),
  /** What the effect is set against; null until the work begins. */
  prediction: z.nullable(predictionView),
  outcome: z.nullable(z.enum(effectOutcomes)),
  /** Whether the reading of the newest effect check was at what was expected or beyond. */
  reached: z.nullable(z.boolean()),
  learned: z.nullable(z.string()),
  tell: z.nullable(z.string()),
  /** Of every round, by day. */
  holdingChecks: z.array(holdingCheckView),
  droppedReason: z.nullable(z.string()),
  confirmedAt: moment,
  confirmedBy: person,
  /** Who made it the owner's: whoever confirmed it, or handed it over last. */
  givenBy: person,
  givenAt: moment,
  /** Who did not take it on; null once somebody takes it over. */
  declined: z.nullable(z.object({ by: person, reason: z.string() })),
  /** Rises with every change; send it back with the next one. */
  revision: z.int(),
});
export type TaskView = z.infer<typeof taskView>;

/** One step in a task's story. */
export const taskEventView = z.object({
  at: moment,
  actor: person,
  kind: z.enum(['confirmed', 'changed', 'declined', 'effect', 'holding']),
  data: z.record(z.string(), z.unknown()),
});
export const taskStoryView = z.extend(taskView, {
  /** Whether whoever asks may decline it now. */
  mayDecline: z.boolean(),
  events: z.array(taskEventView),
  /** Rounds of consent on what was promised, newest first. */
  consent: z.array(consentRound),
  /** Of the measure that the task is seen by. */
  newestReading: z.nullable(z.object({ at: day, value: z.number() })),
  /** Oldest first. */
  comments: z.array(commentView),
});
export type TaskStoryView = z.infer<typeof taskStoryView>;

export const tasksQuery = z.extend(pageQuery, {
  team: z.optional(id),
  board: z.optional(id),
  /** A user id, or `me`. */
  owner: z.optional(id),
  /** Who helps: a user id, or `me`. */
  buddy: z.optional(id),
  state: z.optional(z.enum(taskStates)),
});
export type TasksQuery = z.infer<typeof tasksQuery>;

/** What is expected, said anew; the task stays seen by its measure or its observation. */
const expectationInput = z.strictObject(
  z.pick(effect, { expected: true, observation: true, checkOn: true }).shape,
);

export const changeTaskInput = z.strictObject({
  revision: z.int(),
  state: z.optional(z.enum(taskStates)),
  title: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
  owner: z.optional(id),
  /** Who helps; null for nobody. */
  buddy: z.optional(z.nullable(id)),
  due: z.optional(day),
  effect: z.optional(expectationInput),
  /** Why it is dropped, which has to be said, or why the day moves, which may be. */
  reason: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
});
export type ChangeTaskInput = z.infer<typeof changeTaskInput>;

/** Changes to several tasks in one request; each is taken or refused by itself. */
export const MOST_CHANGES = 100;
export const changeTasksInput = z.strictObject({
  changes: z.array(z.strictObject({ ...changeTaskInput.shape, taskId: id })).check(
    z.minLength(1),
    z.maxLength(MOST_CHANGES),
    z.refine(
      (changes) => new Set(changes.map(({ taskId }) => taskId)).size === changes.length,
      'names a task twice',
    ),
  ),
});
export type ChangeTasksInput = z.infer<typeof changeTasksInput>;

/** What became of each change, in the order of the request. */
export const changedTasksView = z.object({
  results: z.array(
    z.object({
      taskId: id,
      /** Null where it was taken. */
      problem: z.nullable(z.pick(problem, { code: true, errors: true })),
      /** As it stands now; null where a change was refused for another reason than somebody else's. */
      task: z.nullable(taskView),
    }),
  ),
});
export type ChangedTasksView = z.infer<typeof changedTasksView>;

export const declineTaskInput = z.strictObject({
  revision: z.int(),
  /** Why whoever owns it does not take it on. */
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});
export type DeclineTaskInput = z.infer<typeof declineTaskInput>;

export const checkEffectInput = z.strictObject({
  revision: z.optional(z.int()),
  outcome: z.enum(effectOutcomes),
  /** The value read, for a task that is seen by a measure. */
  reading: z.optional(z.number()),
  /** What was seen, for a task that is seen by an observation. */
  observation: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))),
  learned: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
  /** Who else should know. */
  tell: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
});
export type CheckEffectInput = z.infer<typeof checkEffectInput>;

export const answerHoldingInput = z.strictObject({
  revision: z.int(),
  held: z.boolean(),
  reading: z.optional(z.number()),
  observation: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))),
  note: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))),
  /** By when, and what is expected, in the round of work that a relapse begins. */
  due: z.optional(day),
  effect: z.optional(expectationInput),
});
export type AnswerHoldingInput = z.infer<typeof answerHoldingInput>;
