import { z } from 'zod';
import { day } from '../calendar.ts';
import { effect, effectOutcomes, taskStates } from '../facts.ts';
import { commentView } from './comments.ts';
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
  effect: effect.extend({ measureName: z.string().optional(), unit: z.string().optional() }),
  state: z.enum(taskStates),
  outcome: z.enum(effectOutcomes).nullable(),
  learned: z.string().nullable(),
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
export const taskStoryView = taskView.extend({
  events: z.array(taskEventView),
  /** Oldest first. */
  comments: z.array(commentView),
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
});
export type CheckEffectInput = z.infer<typeof checkEffectInput>;
