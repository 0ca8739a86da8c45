import { projection } from '#board/projection.ts';
import type { ReviewView, SnapshotView } from '#board/api/snapshots.ts';
import { snapshotReasons } from '#board/api/snapshots.ts';
import type { Prisma, Review, Snapshot, User } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';
import { isIntact } from './snapshot-hash.ts';

/** What a snapshot query has to include for `viewSnapshot`. */
export const snapshotParts = {
  createdBy: true,
  reviews: { include: { author: true }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.SnapshotInclude;

type SnapshotRow = Snapshot & { createdBy: User; reviews: (Review & { author: User })[] };

/** `before` is the board's snapshot before this one, whose hash this one has to name. */
export function viewSnapshot(row: SnapshotRow, before: { hash: string } | null): SnapshotView {
  const { id, boardId, number, title, why, createdBy, createdAt, hash, reviews } = row;
  // A row that was tampered with is told by `intact`, and hides none of the others.
  const { notes, actions } = projection.safeParse(row.document).data ?? { notes: [], actions: [] };
  return {
    id,
    boardId,
    number,
    title,
    why: snapshotReasons.find((reason) => reason === why) ?? 'manual',
    createdBy: nameOf(createdBy),
    createdAt: createdAt.toISOString(),
    hash,
    intact: isIntact(row, before),
    counts: {
      notes: notes.length,
      actions: actions.length,
      tasks: actions.filter((action) => action.taskId !== null).length,
    },
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
