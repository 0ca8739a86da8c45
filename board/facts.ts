import * as z from 'zod/mini';
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
  measure: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  expected: z.optional(z.number()),
  observation: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
  checkOn: z.optional(day),
});
export type Effect = z.infer<typeof effect>;

const person = z.object({ id: z.string(), name: z.string() });

export const taskFact = z.object({
  taskId: z.string(),
  actionId: z.string(),
  title: z.string(),
  owner: person,
  /** Helps the owner, and is not responsible. */
  buddy: z.optional(person),
  due: day,
  effect,
  state: z.enum(taskStates),
  outcome: z.nullable(z.enum(effectOutcomes)),
  revision: z.int(),
  /** The id of whoever made it the owner's, and when. */
  given: z.optional(z.object({ by: z.string(), at: z.iso.datetime() })),
  /** Who did not take it on, until somebody takes it over. [ACT-41] */
  declined: z.optional(z.object({ by: person, reason: z.string() })),
});
export type TaskFact = z.infer<typeof taskFact>;

export const measureFact = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  baseline: z.nullable(z.number()),
  target: z.nullable(z.number()),
  targetBy: z.nullable(day),
  /** Another target waits for its answer. */
  proposed: z.optional(z.literal(true)),
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
export const consentKey = (actionId: string): string => `consent:${actionId}`;
export const measureKey = (measureId: string): string => `measure:${measureId}`;
export const PEOPLE_KEY = 'people';
export const BOARD_KEY = 'board';
