import * as z from 'zod/mini';
import { boardTitle } from './boards.ts';
import { id, moment, person } from './problem.ts';
import { reviewView } from './reviews.ts';

export const snapshotReasons = [
  'manual',
  'closing',
  'meeting-opened',
  'daily',
  'before-restore',
  'before-delete',
] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

/** Who took a snapshot that the server took by the clock. */
export const SERVER_PERSON = { id: 'server', name: 'Verbeterbord' };

export const takeSnapshotInput = z.strictObject({
  title: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
});
export type TakeSnapshotInput = z.infer<typeof takeSnapshotInput>;

export const restoreSnapshotInput = z.strictObject({
  /** Ids of records, actions or topics, to bring back these alone; the whole board without it. */
  cards: z.optional(z.array(id).check(z.minLength(1), z.maxLength(1000))),
});
export type RestoreSnapshotInput = z.infer<typeof restoreSnapshotInput>;

export const copySnapshotInput = z.strictObject({ title: boardTitle });
export type CopySnapshotInput = z.infer<typeof copySnapshotInput>;

export const snapshotView = z.object({
  id,
  boardId: id,
  /** 1, 2, 3 … per board. */
  number: z.int(),
  title: z.string(),
  why: z.enum(snapshotReasons),
  /** `server` where it was taken by the clock. */
  createdBy: person,
  createdAt: moment,
  /** The row of the board's log that it was taken at, and the epoch of the document. */
  seq: z.int(),
  epoch: z.int(),
  /** sha256 over who, when, why, the hashes of its contents and the hash of the snapshot before it. */
  hash: z.string(),
  /** sha256 of the whole document, and of its projection. */
  stateHash: z.string(),
  documentHash: z.string(),
  /** Layout of the document, and the version of Verbeterbord that projected it. */
  format: z.int(),
  app: z.string(),
  /** False when what is stored no longer fits the hash, or no longer follows the snapshot before it. */
  intact: z.boolean(),
  /** When retention took its contents away; what it says of itself stays. */
  goneAt: z.nullable(moment),
  counts: z.object({ notes: z.int(), actions: z.int(), tasks: z.int() }),
  reviews: z.array(reviewView),
});
export type SnapshotView = z.infer<typeof snapshotView>;
