import type { DeclineTaskInput, TaskView } from '#board/api/tasks.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { Refusal } from '../refusal.ts';
import { mustBeCurrent } from './must-be-current.ts';
import { mustOnTask } from './must-on-task.ts';
import { noDecline } from './no-decline.ts';
import { queueDeclinedMail } from './queue-declined-mail.ts';
import { updateTask } from './update-task.ts';

/**
 * Its owner does not take a promise on that somebody else gave them. It goes back to whoever gave it,
 * who keeps it until somebody takes it over; the reason stays with it until then. [ACT-40] [ACT-41]
 */
export async function declineTask(
  house: House,
  actor: Actor,
  taskId: string,
  { revision, reason }: DeclineTaskInput,
): Promise<TaskView> {
  const user = mustBeUser(actor);
  const task = await mustOnTask(house, actor, taskId, 'task.move');
  if (task.ownerId !== user.id) throw new Refusal('no-right', 'Only its owner declines a promise.');
  mustBeCurrent(task, revision);
  const why = await noDecline(house, user, task);
  if (why !== undefined) {
    const errors = [{ field: 'reason', code: why, message: messages[why] }];
    throw new Refusal('invalid', 'This cannot be declined any more.', errors);
  }
  const ownerId = task.givenById;
  return updateTask(house, actor, task, {
    kind: 'declined',
    data: {
      ...{ ownerId, declinedById: user.id, declinedReason: reason },
      ...(ownerId === task.buddyId ? { buddyId: null } : {}),
    },
    event: { reason, ownerId: { from: user.id, to: ownerId } },
    also: (tx, changed) => queueDeclinedMail(tx, house, changed, mailLocale(user, 'en')),
  });
}

const messages: Record<NonNullable<Awaited<ReturnType<typeof noDecline>>>, string> = {
  own: 'was promised by yourself; hand it over or drop it instead',
  begun: 'its work has begun; hand it over or drop it instead',
  'too-late': 'could be declined on the day it was given; hand it over or drop it instead',
  'giver-gone': 'whoever gave it has left the team; hand it over to somebody instead',
};
