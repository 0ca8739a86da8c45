import * as z from 'zod/mini';
import { day } from '../calendar.ts';
import { id, moment, person } from './problem.ts';

export const snapshotReasons = ['manual', 'closing', 'before-restore'] as const;

export const takeSnapshotInput = z.strictObject({
  title: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
});
export type TakeSnapshotInput = z.infer<typeof takeSnapshotInput>;

export const reviewKinds = ['thanks', 'question', 'help'] as const;
export const addReviewInput = z
  .strictObject({
    kind: z.enum(reviewKinds),
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
    /** With help: by when. */
    by: z.optional(day),
  })
  .check(
    z.refine((review) => review.kind !== 'help' || review.by !== undefined, {
      path: ['by'],
      message: 'say by when you will help',
    }),
  );
export type AddReviewInput = z.infer<typeof addReviewInput>;
export const reviewView = z.object({
  id,
  kind: z.enum(reviewKinds),
  text: z.string(),
  by: z.nullable(day),
  author: person,
  createdAt: moment,
});
export type ReviewView = z.infer<typeof reviewView>;

export const snapshotView = z.object({
  id,
  boardId: id,
  /** 1, 2, 3 … per board. */
  number: z.int(),
  title: z.string(),
  why: z.enum(snapshotReasons),
  createdBy: person,
  createdAt: moment,
  /** sha256 over the board, who, when, why and the hash of the snapshot before it. */
  hash: z.string(),
  /** False when what is stored no longer fits the hash, or no longer follows the snapshot before it. */
  intact: z.boolean(),
  counts: z.object({ notes: z.int(), actions: z.int(), tasks: z.int() }),
  reviews: z.array(reviewView),
});
export type SnapshotView = z.infer<typeof snapshotView>;
