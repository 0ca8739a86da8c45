import { taskView } from '#board/api/tasks.ts';
import type { ChangedTasksView, ChangeTasksInput } from '#board/api/tasks.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { isRefusal } from '../refusal.ts';
import { changeTask } from './change-task.ts';

type Result = ChangedTasksView['results'][number];

/**
 * Changes several tasks, each as by itself and in a transaction of its own: what somebody changed
 * meanwhile, or what may not be, is told and holds up none of the others. [ACT-44]
 */
export async function changeTasks(
  house: House,
  actor: Actor,
  { changes }: ChangeTasksInput,
): Promise<ChangedTasksView> {
  mustBeUser(actor);
  const results: Result[] = [];
  for (const { taskId, ...change } of changes) {
    results.push(
      await changeTask(house, actor, taskId, change).then(
        (task) => ({ taskId, problem: null, task }),
        (error: unknown) => refusedTo(house, taskId, error),
      ),
    );
  }
  return { results };
}

/** What was stored before stays told, also when the database goes away half-way. */
function refusedTo({ log }: House, taskId: string, error: unknown): Result {
  if (!isRefusal(error)) {
    log.error({ err: error, taskId }, 'one of several tasks could not be changed');
    return { taskId, problem: { code: 'not-saving' }, task: null };
  }
  const { code, fields, current } = error;
  const errors = fields.length > 0 ? { errors: [...fields] } : {};
  return { taskId, problem: { code, ...errors }, task: taskView.safeParse(current).data ?? null };
}
