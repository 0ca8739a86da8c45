import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { cardWords, helpView } from './help.ts';
import { id, moment, person } from './problem.ts';

export const reviewKinds = ['thanks', 'question', 'help'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));

export const addReviewInput = z
  .strictObject({
    kind: z.enum(reviewKinds),
    text: words,
    /** With help: by when. */
    by: z.optional(day),
    /** A note, an action, a topic or a text of the snapshot; the whole of it without one. */
    card: z.optional(id),
  })
  .check(
    z.refine((review) => review.kind !== 'help' || review.by !== undefined, {
      path: ['by'],
      message: 'say by when you will help',
    }),
  );
export type AddReviewInput = z.infer<typeof addReviewInput>;

export const addReplyInput = z.strictObject({ text: words });
export type AddReplyInput = z.infer<typeof addReplyInput>;

export const reviewView = z.object({
  id,
  kind: z.enum(reviewKinds),
  text: z.string(),
  /** With help: as it was first said; `help` has the day that stands. */
  by: z.nullable(day),
  author: person,
  createdAt: moment,
  /** Null when it is about the whole snapshot. */
  card: z.nullable(cardWords),
  help: z.nullable(helpView),
  /** Oldest first. */
  replies: z.array(z.object({ id, author: person, text: z.string(), at: moment })),
});
export type ReviewView = z.infer<typeof reviewView>;
