import { z } from 'zod';
import { day } from './calendar.ts';

/**
 * What the database says, mirrored into the document's `facts` root by the server for the board to
 * show. Each is plain JSON under its own key; nothing a client writes there stands. [DOC-7]
 */
export const taskStates = [
  'agreed',
  'doing',
  'done',
  'effect_checked',
  'standard',
  'dropped',
] as const;
export type TaskState = (typeof taskStates)[number];

export const effectOutcomes = ['worked', 'partly', 'didnt'] as const;
export type EffectOutcome = (typeof effectOutcomes)[number];

/** How a team will see that an action worked: a measure with an expected value, or an observation. */
export const effect = z.object({
  measure: z.string().min(1).max(64).optional(),
  expected: z.number().optional(),
  observation: z.string().trim().min(1).max(500).optional(),
  checkOn: day.optional(),
});
export type Effect = z.infer<typeof effect>;

export const taskFact = z.object({
  taskId: z.string(),
  actionId: z.string(),
  title: z.string(),
  owner: z.object({ id: z.string(), name: z.string() }),
  due: day,
  effect,
  state: z.enum(taskStates),
  outcome: z.enum(effectOutcomes).nullable(),
  revision: z.int(),
});
export type TaskFact = z.infer<typeof taskFact>;

export const measureFact = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  targetBy: day.nullable(),
  /** Another target waits for its answer. */
  proposed: z.literal(true).optional(),
  /** Oldest first; the newest 60 at most. */
  readings: z.array(z.object({ at: day, value: z.number() })),
});
export type MeasureFact = z.infer<typeof measureFact>;

/** The team's people, for naming an owner; names only, so that guests may see it. */
export const peopleFact = z.array(z.object({ id: z.string(), name: z.string() }));
export type PeopleFact = z.infer<typeof peopleFact>;

export const boardFact = z.object({ title: z.string(), teamId: z.string(), teamName: z.string() });
export type BoardFact = z.infer<typeof boardFact>;

export const taskKey = (actionId: string): string => `task:${actionId}`;
export const measureKey = (measureId: string): string => `measure:${measureId}`;
export const PEOPLE_KEY = 'people';
export const BOARD_KEY = 'board';
