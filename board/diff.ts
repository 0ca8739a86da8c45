import * as z from 'zod/mini';
import type { Day } from './calendar.ts';
import { cycleTexts } from './cycles.ts';
import { diffActions } from './diff/actions.ts';
import { diffCycles } from './diff/cycles.ts';
import { diffKnowledge } from './diff/knowledge.ts';
import { diffMeasures } from './diff/measures.ts';
import { diffNotes } from './diff/notes.ts';
import { diffVotes } from './diff/votes.ts';
import { effectOutcomes } from './facts.ts';
import { knowledgeLevels } from './knowledge.ts';
import type { Projection } from './projection.ts';

const item = z.object({ id: z.string(), text: z.string() });
const moved = z.extend(item, { from: z.string(), to: z.string() });
const promise = z.extend(item, { owner: z.nullable(z.string()), due: z.nullable(z.string()) });
const level = z.nullable(z.enum(knowledgeLevels));
const reading = { id: z.string(), measure: z.string(), unit: z.string(), at: z.string() };

/**
 * What changed in meaning between two states of a board, one list per kind; a note that only moved
 * is no change. [DIFF-1]
 */
export const meaningDiff = z.object({
  notesAdded: z.array(z.extend(item, { canvas: z.string(), zone: z.nullable(z.string()) })),
  notesRemoved: z.array(item),
  notesChanged: z.array(z.extend(item, { before: z.string() })),
  /** Notes that went to another canvas or zone. */
  notesMoved: z.array(moved),
  actionsProposed: z.array(item),
  actionsRemoved: z.array(item),
  /** Up or down the ladder; the promise lists say the same in words of their own. */
  actionsMoved: z.array(moved),
  duesMoved: z.array(z.extend(item, { from: z.nullable(z.string()), to: z.nullable(z.string()) })),
  ownersMoved: z.array(
    z.extend(item, { from: z.nullable(z.string()), to: z.nullable(z.string()) }),
  ),
  /** Confirmed since. [DIFF-2] */
  promisesMade: z.array(promise),
  promisesKept: z.array(promise),
  /** Became late since: their day passed and they are still open. */
  promisesLate: z.array(promise),
  actionsDropped: z.array(item),
  actionsReopened: z.array(moved),
  outcomes: z.array(z.extend(item, { outcome: z.enum(effectOutcomes) })),
  /** Waited at the earlier point already, and nobody touched them since. [DIFF-3] */
  silent: z.array(z.extend(promise, { waits: z.enum(['to-be-decided', 'late', 'to-be-checked']) })),
  readings: z.array(z.object({ ...reading, value: z.number() })),
  readingsCorrected: z.array(z.object({ ...reading, from: z.number(), to: z.number() })),
  targetsMoved: z.array(
    z.object({
      id: z.string(),
      measure: z.string(),
      from: z.nullable(z.number()),
      to: z.nullable(z.number()),
    }),
  ),
  targetsProposed: z.array(z.object({ id: z.string(), measure: z.string() })),
  knowledgeAdded: z.array(item),
  knowledgeRemoved: z.array(item),
  /** Another name, other evidence, or people who came, went or know it better. */
  knowledgeChanged: z.array(
    z.extend(item, {
      before: z.string(),
      evidence: z.boolean(),
      holders: z.array(z.object({ name: z.string(), from: level, to: level })),
    }),
  ),
  cyclesStarted: z.array(z.object({ id: z.string(), number: z.int() })),
  cyclesChanged: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      name: z.enum(cycleTexts),
      from: z.string(),
      to: z.string(),
    }),
  ),
  votesChanged: z.array(z.extend(item, { from: z.int(), to: z.int() })),
});
export type MeaningDiff = z.infer<typeof meaningDiff>;

/** The days on which the two states were what they were; what is late or silent follows from them. */
export interface DiffDays {
  readonly from: Day;
  readonly to: Day;
}

/** What changed in meaning; without the days nothing is called late or silent. [DIFF-1] */
export function diffBoards(from: Projection, to: Projection, days?: DiffDays): MeaningDiff {
  return {
    ...diffNotes(from, to),
    ...diffActions(from, to, days),
    ...diffMeasures(from, to),
    ...diffKnowledge(from, to),
    ...diffCycles(from, to),
    ...diffVotes(from, to),
  };
}

export function isEmptyDiff(diff: MeaningDiff): boolean {
  return Object.values(diff).every((list) => list.length === 0);
}

/** A board of that name on which nothing is, to compare the first state with. */
export function emptyLike({ format, boardId, title, canvases }: Projection): Projection {
  const nothing = {
    notes: [],
    actions: [],
    knowledge: [],
    measures: [],
    cycles: [],
    texts: [],
    links: [],
    votes: [],
  };
  return { format, boardId, title, canvases, ...nothing };
}
