import { nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { TaskComment } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustOnTask } from '../tasks/must-on-task.ts';
import type { TaskRow } from '../tasks/view-task.ts';

/** The comment and its task, if the actor wrote it, may still comment there, and has not removed it. [TALK-3] */
export async function mustOnOwnComment(
  house: House,
  actor: Actor,
  commentId: string,
): Promise<{ comment: TaskComment; task: TaskRow }> {
  const user = mustBeUser(actor);
  const comment = await house.db.taskComment.findUnique({ where: { id: commentId } });
  if (!comment) throw nothingHere();
  const task = await mustOnTask(house, actor, comment.taskId, 'task.comment');
  if (comment.authorId !== user.id) {
    throw new Refusal('no-right', 'A comment is changed and removed by who wrote it.');
  }
  if (comment.removedAt !== null) throw nothingHere();
  return { comment, task };
}
