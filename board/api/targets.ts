import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { id, moment, person } from './problem.ts';
import { teamRoles } from './teams.ts';

/** A target of a measure on its way between the two sides of a team. [MEAS-7] */
export const targetStates = [
  'proposed', // waits for an answer
  'agreed', // is the target of the measure
  'countered', // was answered by another proposal
  'replaced', // was agreed, until a later one was
] as const;

export const proposeTargetInput = z.strictObject({
  value: z.number(),
  by: day,
  why: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});
export type ProposeTargetInput = z.infer<typeof proposeTargetInput>;

export const answerTargetInput = z.discriminatedUnion('answer', [
  z.strictObject({
    answer: z.literal('agree'),
    why: z.optional(z.string().check(z.trim(), z.maxLength(500))),
  }),
  z.extend(proposeTargetInput, { answer: z.literal('counter') }),
]);
export type AnswerTargetInput = z.infer<typeof answerTargetInput>;

export const targetView = z.object({
  id,
  measureId: id,
  value: z.number(),
  /** By when; null only where a measure came with a target without a day. */
  by: z.nullable(day),
  /** Empty where the measure came with the target. */
  why: z.string(),
  state: z.enum(targetStates),
  /** The target that this one answers. */
  counterTo: z.nullable(id),
  proposedBy: z.nullable(person),
  /** The side it came from; null where the measure came with the target. */
  proposedAs: z.nullable(z.enum(teamRoles)),
  proposedAt: moment,
  answeredBy: z.nullable(person),
  answeredAt: z.nullable(moment),
  /** What was said with the answer. */
  answer: z.nullable(z.string()),
});
export type TargetView = z.infer<typeof targetView>;
