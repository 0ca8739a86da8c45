import { nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { eraseWords } from './erase-words.ts';
import { mustOnOwnComment } from './must-on-own-comment.ts';
import { viewComments } from './view-comment.ts';

/** Takes back one's own comment: its words are gone, its place in the story stays. [TALK-3] [TALK-5] */
export async function removeComment(house: House, actor: Actor, commentId: string): Promise<void> {
  const { task } = await mustOnOwnComment(house, actor, commentId);
  await house.db.$transaction(async (tx) => {
    const { count } = await tx.taskComment.updateMany({
      where: { id: commentId, removedAt: null },
      data: { text: '', removedAt: house.clock() },
    });
    if (count === 0) throw nothingHere();
    const row = await tx.taskComment.findUniqueOrThrow({
      where: { id: commentId },
      include: { author: true },
    });
    for (const view of await viewComments(tx, [row])) await eraseWords(tx, view);
    await recordDeed(tx, actor, 'task.remove-comment', task.id, { commentId });
  });
}
