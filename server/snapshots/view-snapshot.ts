import type { ReviewView, SnapshotView } from '#board/api/snapshots.ts';
import { SERVER_PERSON, snapshotReasons } from '#board/api/snapshots.ts';
import type { Prisma, Review, Snapshot, User } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a snapshot query has to include for `viewSnapshot`. */
export const snapshotParts = {
  createdBy: true,
  reviews: { include: { author: true }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.SnapshotInclude;

export type SnapshotRow = Snapshot & {
  createdBy: User | null;
  reviews: (Review & { author: User })[];
};

/** `intact` is what was found of the row and its contents. */
export function viewSnapshot(row: SnapshotRow, intact: boolean): SnapshotView {
  const { id, boardId, number, title, why, createdBy, createdAt, hash, reviews } = row;
  const { seq, epoch, stateHash, documentHash, format, app, goneAt } = row;
  return {
    ...{ id, boardId, number, title },
    why: snapshotReasons.find((reason) => reason === why) ?? 'manual',
    createdBy: createdBy ? nameOf(createdBy) : SERVER_PERSON,
    createdAt: createdAt.toISOString(),
    ...{ seq, epoch, hash, stateHash, documentHash, format, app, intact },
    goneAt: goneAt?.toISOString() ?? null,
    counts: { notes: row.noteCount, actions: row.actionCount, tasks: row.taskCount },
    reviews: reviews.map(viewReview),
  };
}

export function viewReview({
  id,
  kind,
  text,
  by,
  author,
  createdAt,
}: Review & { author: User }): ReviewView {
  return { id, kind, text, by, author: nameOf(author), createdAt: createdAt.toISOString() };
}
