import type { AddReviewInput, ReviewView } from '#board/api/reviews.ts';
import { cardWords } from '#board/card-words.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { Snapshot } from '../db/generated/client.ts';
import { noSuchCard } from '../help/no-such-card.ts';
import { promiseHelp } from '../help/promise-help.ts';
import type { House } from '../house.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { newId } from '../new-id.ts';
import { mustOnSnapshot } from '../snapshots/must-on-snapshot.ts';
import { readStoredDocument } from '../snapshots/read-snapshot-content.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { reviewParts, viewReview } from './view-review.ts';

/**
 * Answers a snapshot, or one card of it: thanks, a question, or help by a date, which becomes a promise
 * of whoever gives it. Throws `invalid` for a card that is not in the snapshot. [SNAP-4] [REV-1] [REV-2]
 */
export async function addReview(
  house: House,
  actor: Actor,
  snapshotId: string,
  { kind, text, by, card }: AddReviewInput,
): Promise<ReviewView> {
  const user = mustBeUser(actor);
  const snapshot = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.review');
  const { boardId } = snapshot;
  if (kind === 'help') mustLieAhead(house, { by });
  const about = card === undefined ? {} : await aboutCard(house, snapshot, card);
  const { teamId } = await house.db.board.findUniqueOrThrow({ where: { id: boardId } });
  const view = await house.db.$transaction(async (tx) => {
    const id = newId();
    const said = { kind, text, by: by ?? null, ...about, createdAt: house.clock() };
    await tx.review.create({ data: { id, snapshotId, authorId: user.id, ...said } });
    if (kind === 'help' && by !== undefined) {
      await promiseHelp(tx, house, { boardId, byId: user.id, text, due: by, to: { reviewId: id } });
    }
    await recordDeed(tx, actor, 'snapshot.review', snapshotId, { kind });
    const view = viewReview(
      await tx.review.findUniqueOrThrow({ where: { id }, include: reviewParts }),
    );
    await tellWebhooks(tx, house, {
      ...{ teamId, type: 'snapshot.reviewed', data: { ...view, snapshotId } },
    });
    return view;
  });
  await refreshTeamBoards(house, teamId);
  return view;
}

async function aboutCard(
  house: House,
  snapshot: Snapshot,
  card: string,
): Promise<{ cardId: string; cardText: string }> {
  const cardText = cardWords(await readStoredDocument(house, snapshot), card);
  if (cardText === undefined) throw noSuchCard();
  return { cardId: card, cardText };
}
