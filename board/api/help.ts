import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { id, moment, person } from './problem.ts';

/** A card of a board, and what it said when it was spoken of. */
export const cardWords = z.object({ id, text: z.string() });
export type CardWords = z.infer<typeof cardWords>;

export const helpStates = ['open', 'done', 'withdrawn'] as const;
export type HelpState = (typeof helpStates)[number];

/** What a manager or coach promised to a team. [REV-3] */
export const helpView = z.object({
  id,
  boardId: id,
  boardTitle: z.string(),
  teamId: id,
  text: z.string(),
  due: day,
  state: z.enum(helpStates),
  promisedBy: person,
  createdAt: moment,
  closedAt: z.nullable(moment),
  /** Goes up with each change; changing it needs the one that was seen. */
  revision: z.int(),
  /** The snapshot whose answer it was, if it was one. */
  snapshotId: z.nullable(id),
  /** Other days and states that it was given since, oldest first. */
  moves: z.array(
    z.object({ due: day, state: z.enum(helpStates), reason: z.nullable(z.string()), at: moment }),
  ),
});
export type HelpView = z.infer<typeof helpView>;

const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

export const changeHelpInput = z
  .strictObject({
    revision: z.int(),
    due: z.optional(day),
    state: z.optional(z.enum(helpStates)),
    /** Why on another day, or why not after all. */
    reason: z.optional(reason),
  })
  .check(
    z.refine((change) => change.state !== 'withdrawn' || change.reason !== undefined, {
      path: ['reason'],
      message: 'say why it is not to be',
    }),
    z.refine((change) => change.due === undefined || change.reason !== undefined, {
      path: ['reason'],
      message: 'say why on another day',
    }),
  );
export type ChangeHelpInput = z.infer<typeof changeHelpInput>;

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));

export const askForHelpInput = z.strictObject({
  /** A manager or coach of the board's team. */
  of: id,
  text: words,
  /** An answer is asked for by this day. */
  by: day,
  /** A record, an action or a topic of the board. */
  card: z.optional(id),
});
export type AskForHelpInput = z.infer<typeof askForHelpInput>;

export const helpAnswers = ['help', 'not_now'] as const;

export const answerHelpRequestInput = z
  .strictObject({
    answer: z.enum(helpAnswers),
    /** What will be done, or why not now. */
    text: words,
    /** With help: by when. */
    due: z.optional(day),
  })
  .check(
    z.refine((given) => given.answer !== 'help' || given.due !== undefined, {
      path: ['due'],
      message: 'say by when you will help',
    }),
  );
export type AnswerHelpRequestInput = z.infer<typeof answerHelpRequestInput>;

export const helpRequestView = z.object({
  id,
  boardId: id,
  boardTitle: z.string(),
  teamId: id,
  text: z.string(),
  by: day,
  card: z.nullable(cardWords),
  askedBy: person,
  askedOf: person,
  createdAt: moment,
  /** Null until it is answered. */
  answer: z.nullable(z.object({ is: z.enum(helpAnswers), text: z.string(), at: moment })),
  /** What was promised, when the answer was help. */
  help: z.nullable(helpView),
});
export type HelpRequestView = z.infer<typeof helpRequestView>;
