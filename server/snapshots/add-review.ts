import type { AddReviewInput, ReviewView } from '#board/api/snapshots.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { viewReview } from './view-snapshot.ts';

/** Answers a snapshot: thanks, a question, or help by a date. [SNAP-4] */
export async function addReview(
  house: House,
  actor: Actor,
  snapshotId: string,
  { kind, text, by }: AddReviewInput,
): Promise<ReviewView> {
  const user = mustBeUser(actor);
  const { boardId } = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.review');
  const { teamId } = await house.db.board.findUniqueOrThrow({ where: { id: boardId } });
  return house.db.$transaction(async (tx) => {
    const review = await tx.review.create({
      data: { id: newId(), snapshotId, authorId: user.id, kind, text, by: by ?? null },
      include: { author: true },
    });
    await recordDeed(tx, actor, 'snapshot.review', snapshotId, { kind });
    const view = viewReview(review);
    const data = { ...view, snapshotId };
    await tellWebhooks(tx, house, { teamId, type: 'snapshot.reviewed', data });
    return view;
  });
}
