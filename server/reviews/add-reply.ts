import type { Locale } from '#board/api/people.ts';
import type { AddReplyInput, ReviewView } from '#board/api/reviews.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import { tellByMail } from '../help/tell-by-mail.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { Refusal } from '../refusal.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { mustOnReview } from './must-on-review.ts';
import { reviewParts, viewReview } from './view-review.ts';

/** Replies under one answer; they are all shown at once. */
const MOST = 200;

/** Says something back to an answer; whoever gave it gets a mail. [REV-5] */
export async function addReply(
  house: House,
  actor: Actor,
  { reviewId, locale = 'en' }: { reviewId: string; locale?: Locale },
  { text }: AddReplyInput,
): Promise<ReviewView> {
  const user = mustBeUser(actor);
  const { review, teamId } = await mustOnReview(house, actor, reviewId, 'review.reply');
  const { snapshotId, author } = review;
  const view = await house.db.$transaction(async (tx) => {
    await oneAtATime(tx, `replies to ${reviewId}`);
    if ((await tx.reviewReply.count({ where: { reviewId } })) >= MOST) {
      throw new Refusal('too-large', `An answer has ${MOST} replies at most.`);
    }
    const reply = { id: newId(), reviewId, authorId: user.id, text, at: house.clock() };
    await tx.reviewReply.create({ data: reply });
    if (author.id !== user.id) {
      await tellByMail(tx, house, author, {
        ...{ what: 'replied', by: user.name, text, locale, path: `/snapshots/${snapshotId}` },
      });
    }
    await recordDeed(tx, actor, 'review.reply', reviewId);
    const view = viewReview(
      await tx.review.findUniqueOrThrow({ where: { id: reviewId }, include: reviewParts }),
    );
    await tellWebhooks(tx, house, {
      ...{ teamId, type: 'review.replied', data: { ...view, snapshotId } },
    });
    return view;
  });
  await refreshTeamBoards(house, teamId);
  return view;
}
