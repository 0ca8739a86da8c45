import { z } from 'zod';
import { effectOutcomes } from '../facts.ts';
import { id, moment, pageQuery, person } from './problem.ts';

/** What it is that something was learned from. */
export const learningKinds = ['effect', 'relapse', 'cycle'] as const;

/** A value of the measure, words, or both; empty where nothing was said. */
const said = z.object({ value: z.number().optional(), words: z.string().optional() });

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
  taskId: id.nullable(),
  /** Of the board, for a cycle. */
  cycle: z.int().nullable(),
  /** Of the action; empty for a cycle. */
  title: z.string(),
  measure: z.object({ name: z.string(), unit: z.string() }).nullable(),
  expected: said,
  happened: said,
  reached: z.boolean().nullable(),
  outcome: z.enum(effectOutcomes).nullable(),
  learned: z.string().nullable(),
  /** Who else should know. */
  tell: z.string().nullable(),
});
export type LearningView = z.infer<typeof learningView>;

export const learningsQuery = pageQuery.extend({
  /** Words that all have to be in it, whatever their capitals and accents. */
  q: z.string().max(200).optional(),
  team: id.optional(),
});
export type LearningsQuery = z.infer<typeof learningsQuery>;
