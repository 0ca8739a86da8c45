import type { SnapshotView } from '#board/api/snapshots.ts';
import { SERVER_PERSON, snapshotReasons } from '#board/api/snapshots.ts';
import type { Prisma, Snapshot, User } from '../db/generated/client.ts';
import { reviewParts, viewReview } from '../reviews/view-review.ts';
import type { ReviewRow } from '../reviews/view-review.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a snapshot query has to include for `viewSnapshot`. */
export const snapshotParts = {
  createdBy: true,
  reviews: { include: reviewParts, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.SnapshotInclude;

export type SnapshotRow = Snapshot & {
  createdBy: User | null;
  reviews: ReviewRow[];
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
