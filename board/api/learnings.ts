import * as z from 'zod/mini';
import { effectOutcomes } from '../facts.ts';
import { id, moment, pageQuery, person } from './problem.ts';

/** What it is that something was learned from. */
export const learningKinds = ['effect', 'relapse', 'cycle'] as const;

/** A value of the measure, words, or both; empty where nothing was said. */
const said = z.object({ value: z.optional(z.number()), words: z.optional(z.string()) });

/** One entry of the learning log, as it was said then. */
export const learningView = z.object({
  id,
  kind: z.enum(learningKinds),
  at: moment,
  by: person,
  teamId: id,
  teamName: z.string(),
  boardId: id,
  boardTitle: z.string(),
  /** Null for a cycle of a board. */
  taskId: z.nullable(id),
  /** Of the board, for a cycle. */
  cycle: z.nullable(z.int()),
  /** Of the action; empty for a cycle. */
  title: z.string(),
  measure: z.nullable(z.object({ name: z.string(), unit: z.string() })),
  expected: said,
  happened: said,
  reached: z.nullable(z.boolean()),
  outcome: z.nullable(z.enum(effectOutcomes)),
  learned: z.nullable(z.string()),
  /** Who else should know. */
  tell: z.nullable(z.string()),
});
export type LearningView = z.infer<typeof learningView>;

export const learningsQuery = z.extend(pageQuery, {
  /** Words that all have to be in it, whatever their capitals and accents. */
  q: z.optional(z.string().check(z.maxLength(200))),
  team: z.optional(id),
});
export type LearningsQuery = z.infer<typeof learningsQuery>;
