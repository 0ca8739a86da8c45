import type { Review, ReviewReply } from '../db/generated/client.ts';

type Question = Pick<Review, 'kind' | 'authorId'> & {
  /** Oldest first; the last one is enough. */
  readonly replies: readonly Pick<ReviewReply, 'authorId'>[];
};

/** A question is open while its author spoke last. [REV-5] */
export function isOpenQuestion({ kind, authorId, replies }: Question): boolean {
  return kind === 'question' && (replies.at(-1)?.authorId ?? authorId) === authorId;
}
