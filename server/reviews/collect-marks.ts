import { marksKey } from '#board/marks.ts';
import type { Mark } from '#board/marks.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { isOpenQuestion } from './is-open-question.ts';

const orderBy = [{ createdAt: 'asc' }, { id: 'asc' }] satisfies { createdAt?: 'asc'; id?: 'asc' }[];

/**
 * The marks that a board shows, under the keys of the `facts` root, oldest first: what is open, and the
 * thanks for the snapshot that was answered last. Names alone, never the words. [REV-4]
 */
export async function collectMarks(
  db: PrismaClient | Tx,
  boardId: string,
): Promise<Map<string, Mark[]>> {
  const reviews = await shownReviews(db, boardId);
  const requests = await db.helpRequest.findMany({
    where: { boardId, withdrawnAt: null, OR: [{ answer: null }, { help: { state: 'open' } }] },
    select: {
      ...{ id: true, cardId: true, answer: true },
      ...{ askedBy: { select: { name: true } }, askedOf: { select: { name: true } } },
    },
    orderBy,
  });
  const marks = new Map<string, Mark[]>();
  const add = (cardId: string | null, mark: Mark): void => {
    const key = marksKey(cardId ?? '');
    marks.set(key, [...(marks.get(key) ?? []), mark]);
  };
  for (const { id, kind, author, snapshotId, cardId } of reviews) {
    add(cardId, { id, kind, who: author.name, snapshotId });
  }
  for (const { id, cardId, answer, askedBy, askedOf } of requests) {
    const said =
      answer === null
        ? ({ kind: 'asked', who: askedBy.name } as const)
        : ({ kind: 'help', who: askedOf.name } as const);
    add(cardId, { id, ...said, snapshotId: null });
  }
  return marks;
}

/** Each time that a board is opened or changed by the server: without the words, and what is closed stays there. */
async function shownReviews(db: PrismaClient | Tx, boardId: string) {
  const last = await db.snapshot.findFirst({
    where: { boardId, reviews: { some: {} } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  if (!last) return [];
  const reviews = await db.review.findMany({
    where: {
      snapshot: { boardId },
      OR: [
        { kind: 'thanks', snapshotId: last.id },
        { kind: 'question' },
        { kind: 'help', help: { state: 'open' } },
      ],
    },
    select: {
      ...{ id: true, kind: true, authorId: true, cardId: true, snapshotId: true },
      author: { select: { name: true } },
      replies: { select: { authorId: true }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
    },
    orderBy,
  });
  return reviews.filter((review) => review.kind !== 'question' || isOpenQuestion(review));
}
