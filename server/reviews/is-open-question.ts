import type { Review, ReviewReply } from '../db/generated/client.ts';

/** A question is open while its author spoke last. [REV-5] */
export function isOpenQuestion({
  kind,
  authorId,
  replies,
}: Review & { replies: readonly ReviewReply[] }): boolean {
  return kind === 'question' && (replies.at(-1)?.authorId ?? authorId) === authorId;
}
