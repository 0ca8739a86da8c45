import type { ChangeTaskInput, TaskView } from '#board/api/tasks.ts';
import { mayMove } from '#board/ladder.ts';
import { findOwner } from '../actions/find-owner.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustBeCurrent } from './must-be-current.ts';
import { mustOnTask } from './must-on-task.ts';
import { queueTaskMail } from './queue-task-mail.ts';
import { updateTask } from './update-task.ts';
import type { TaskRow } from './view-task.ts';

/** Moves a task along the ladder, or changes its words, owner or due date. */
export async function changeTask(
  house: House,
  actor: Actor,
  taskId: string,
  { revision, owner, ...values }: ChangeTaskInput,
): Promise<TaskView> {
  const task = await mustOnTask(house, actor, taskId, 'task.move');
  mustBeCurrent(task, revision);
  if (values.state !== undefined && !mayMove(task.state, values.state)) {
    throw new Refusal('invalid', 'The ladder has no such step.', [
      {
        field: 'state',
        code: 'no-such-step',
        message: `cannot go from ${task.state} to ${values.state}`,
      },
    ]);
  }
  const ownerId =
    owner === undefined ? undefined : (await findOwner(house.db, actor, task.teamId, owner)).id;
  const data = defined({ ...values, ownerId });
  return updateTask(house, actor, task, {
    kind: 'changed',
    data,
    event: changes(task, data),
    also: async (tx, changed) => {
      if (changed.ownerId !== task.ownerId) await queueTaskMail(tx, house, changed, 'en');
    },
  });
}

type Changeable = Partial<Pick<TaskRow, 'state' | 'title' | 'ownerId' | 'due'>>;

function defined(values: { [K in keyof Changeable]: Changeable[K] | undefined }): Changeable {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** What each field was and became. */
function changes(task: TaskRow, data: Changeable): Record<string, { from: string; to: string }> {
  const entries = Object.entries(data) as [keyof Changeable, string][];
  return Object.fromEntries(
    entries
      .filter(([key, to]) => task[key] !== to)
      .map(([key, to]) => [key, { from: task[key], to }]),
  );
}
