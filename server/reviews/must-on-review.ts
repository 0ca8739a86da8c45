import type { Deed } from '#board/access.ts';
import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { reviewParts } from './view-review.ts';
import type { ReviewRow } from './view-review.ts';

/** The answer and whose it was about, if the actor may do the deed on its board. */
export async function mustOnReview(
  house: House,
  actor: Actor,
  reviewId: string,
  deed: Deed,
): Promise<{ review: ReviewRow; teamId: string }> {
  mustBeUser(actor);
  const review = await house.db.review.findUnique({
    where: { id: reviewId },
    include: { ...reviewParts, snapshot: { include: { board: true } } },
  });
  if (!review) throw nothingHere();
  const { board } = review.snapshot;
  await mustOnBoard(house, actor, board.id, deed);
  return { review, teamId: board.teamId };
}
