import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustOnOwnComment } from './must-on-own-comment.ts';

/** Takes back one's own comment: its words are gone, its place in the story stays. [TALK-3] */
export async function removeComment(house: House, actor: Actor, commentId: string): Promise<void> {
  const { task } = await mustOnOwnComment(house, actor, commentId);
  await house.db.$transaction(async (tx) => {
    await tx.taskComment.updateMany({
      where: { id: commentId, removedAt: null },
      data: { text: '', removedAt: house.clock() },
    });
    await recordDeed(tx, actor, 'task.remove-comment', task.id, { commentId });
  });
}
