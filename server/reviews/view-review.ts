import type { CardWords } from '#board/api/help.ts';
import type { ReviewView } from '#board/api/reviews.ts';
import type { Prisma } from '../db/generated/client.ts';
import { helpParts, viewHelp } from '../help/view-help.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a review query has to include for `viewReview`. */
export const reviewParts = {
  author: true,
  help: { include: helpParts },
  replies: { include: { author: true }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ReviewInclude;

export type ReviewRow = Prisma.ReviewGetPayload<{ include: typeof reviewParts }>;

export function viewReview(row: ReviewRow): ReviewView {
  const { id, kind, text, by, author, createdAt, help, replies } = row;
  return {
    ...{ id, kind, text, by, author: nameOf(author), createdAt: createdAt.toISOString() },
    card: viewCard(row),
    help: help && viewHelp(help),
    replies: replies.map((reply) => ({
      id: reply.id,
      author: nameOf(reply.author),
      text: reply.text,
      at: reply.at.toISOString(),
    })),
  };
}

export function viewCard(row: {
  readonly cardId: string | null;
  readonly cardText: string | null;
}): CardWords | null {
  return row.cardId === null ? null : { id: row.cardId, text: row.cardText ?? '' };
}
