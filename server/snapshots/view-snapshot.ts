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

export function viewSnapshot(row: SnapshotRow): SnapshotView {
  const { id, boardId, number, title, why, createdBy, createdAt, hash, reviews } = row;
  const { notes, actions } = projection.parse(row.document);
  return {
    id,
    boardId,
    number,
    title,
    why: snapshotReasons.find((reason) => reason === why) ?? 'manual',
    createdBy: nameOf(createdBy),
    createdAt: createdAt.toISOString(),
    hash,
    intact: isIntact(row),
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
