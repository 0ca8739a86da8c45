import type { AddCommentInput, CommentView } from '#board/api/comments.ts';
import type { Locale } from '#board/api/people.ts';
import { nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustOnOwnComment } from './must-on-own-comment.ts';
import { tellMentioned } from './tell-mentioned.ts';
import { viewComments } from './view-comment.ts';

/** Says one's own comment in other words; it is shown as edited. [TALK-3] */
export async function changeComment(
  house: House,
  actor: Actor,
  { commentId, locale = 'en' }: { commentId: string; locale?: Locale },
  { text }: AddCommentInput,
): Promise<CommentView> {
  const user = mustBeUser(actor);
  const { comment, task } = await mustOnOwnComment(house, actor, commentId);
  return house.db.$transaction(async (tx) => {
    const { count } = await tx.taskComment.updateMany({
      where: { id: commentId, removedAt: null },
      data: { text, ...(text === comment.text ? {} : { editedAt: house.clock() }) },
    });
    if (count === 0) throw nothingHere();
    await tellMentioned(tx, house, user, {
      ...{ task, commentId, text, before: comment.text, otherwise: locale },
    });
    await recordDeed(tx, actor, 'task.change-comment', task.id, { commentId });
    const row = await tx.taskComment.findUniqueOrThrow({
      where: { id: commentId },
      include: { author: true },
    });
    const [view] = await viewComments(tx, [row]);
    if (!view) throw new Error('the comment has no view');
    return view;
  });
}
