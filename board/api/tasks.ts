import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { effect, effectOutcomes, taskStates } from '../facts.ts';
import { id, moment, pageQuery, person } from './problem.ts';

export const taskView = z.object({
  id,
  boardId: id,
  boardTitle: z.string(),
  teamId: id,
  actionId: id,
  title: z.string(),
  owner: person,
  due: day,
  effect: z.extend(effect, { measureName: z.optional(z.string()), unit: z.optional(z.string()) }),
  state: z.enum(taskStates),
  outcome: z.nullable(z.enum(effectOutcomes)),
  learned: z.nullable(z.string()),
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
  kind: z.enum(['confirmed', 'changed', 'effect']),
  data: z.record(z.string(), z.unknown()),
});
export const taskStoryView = z.extend(taskView, { events: z.array(taskEventView) });
export type TaskStoryView = z.infer<typeof taskStoryView>;

export const tasksQuery = z.extend(pageQuery, {
  team: z.optional(id),
  board: z.optional(id),
  /** A user id, or `me`. */
  owner: z.optional(id),
  state: z.optional(z.enum(taskStates)),
});
export type TasksQuery = z.infer<typeof tasksQuery>;

export const changeTaskInput = z.strictObject({
  revision: z.int(),
  state: z.optional(z.enum(taskStates)),
  title: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
  owner: z.optional(id),
  due: z.optional(day),
});
export type ChangeTaskInput = z.infer<typeof changeTaskInput>;

export const checkEffectInput = z.strictObject({
  revision: z.optional(z.int()),
  outcome: z.enum(effectOutcomes),
  /** The value read, for a task that is seen by a measure. */
  reading: z.optional(z.number()),
  /** What was seen, for a task that is seen by an observation. */
  observation: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))),
  learned: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
});
export type CheckEffectInput = z.infer<typeof checkEffectInput>;
