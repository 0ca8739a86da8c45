import type { AddCommentInput, CommentView } from '#board/api/comments.ts';
import type { Locale } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { Refusal } from '../refusal.ts';
import { mustOnTask } from '../tasks/must-on-task.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { tellMentioned } from './tell-mentioned.ts';
import { viewComments } from './view-comment.ts';

/** Comments on one task; they are all shown at once in its story. */
const MOST = 500;

/** Says something about a task; people named in it get a mail. [TALK-1] [TALK-2] */
export async function addComment(
  house: House,
  actor: Actor,
  { taskId, locale = 'en' }: { taskId: string; locale?: Locale },
  { text }: AddCommentInput,
): Promise<CommentView> {
  const user = mustBeUser(actor);
  const task = await mustOnTask(house, actor, taskId, 'task.comment');
  return house.db.$transaction(async (tx) => {
    await oneAtATime(tx, `comments on ${taskId}`);
    if ((await tx.taskComment.count({ where: { taskId } })) >= MOST) {
      throw new Refusal('too-large', `A task has ${MOST} comments at most.`);
    }
    const row = await tx.taskComment.create({
      data: { id: newId(), taskId, authorId: user.id, text, at: house.clock() },
      include: { author: true },
    });
    await tellMentioned(tx, house, user, { task, commentId: row.id, text, otherwise: locale });
    await recordDeed(tx, actor, 'task.comment', taskId, { commentId: row.id });
    const [view] = await viewComments(tx, [row]);
    if (!view) throw new Error('the comment has no view');
    const { teamId } = task;
    const message = { teamId, type: 'task.commented' as const, data: view, commentId: row.id };
    await tellWebhooks(tx, house, message);
    return view;
  });
}
