import { marksKey } from '#board/marks.ts';
import type { Mark } from '#board/marks.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { isOpenQuestion } from './is-open-question.ts';
import { reviewParts } from './view-review.ts';
import type { ReviewRow } from './view-review.ts';

/**
 * The marks that a board shows, under the keys of the `facts` root, oldest first: what is open, and the
 * thanks for the snapshot that was answered last. Names alone, never the words. [REV-4]
 */
export async function collectMarks(
  db: PrismaClient | Tx,
  boardId: string,
): Promise<Map<string, Mark[]>> {
  const reviews = await db.review.findMany({
    where: { snapshot: { boardId } },
    include: { ...reviewParts, snapshot: { select: { number: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const requests = await db.helpRequest.findMany({
    where: { boardId, withdrawnAt: null },
    include: { askedBy: true, askedOf: true, help: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const last = Math.max(0, ...reviews.map(({ snapshot }) => snapshot.number));
  const marks = new Map<string, Mark[]>();
  const add = (cardId: string | null, mark: Mark): void => {
    const key = marksKey(cardId ?? '');
    marks.set(key, [...(marks.get(key) ?? []), mark]);
  };
  for (const review of reviews) {
    if (!isShown(review, review.snapshot.number === last)) continue;
    const { id, kind, author, snapshotId, cardId } = review;
    add(cardId, { id, kind, who: author.name, snapshotId });
  }
  for (const { id, cardId, answer, askedBy, askedOf, help } of requests) {
    if (answer === null) add(cardId, { id, kind: 'asked', who: askedBy.name, snapshotId: null });
    else if (help?.state === 'open')
      add(cardId, { id, kind: 'help', who: askedOf.name, snapshotId: null });
  }
  return marks;
}

function isShown(review: ReviewRow, isLast: boolean): boolean {
  if (review.kind === 'thanks') return isLast;
  return review.kind === 'question' ? isOpenQuestion(review) : review.help?.state === 'open';
}
