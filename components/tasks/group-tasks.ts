import type { TaskView } from '#board/api/tasks.ts';
import { nextCheck } from '#board/holding.ts';

/** In the order in which they ask for attention. */
export const taskGroups = ['late', 'today', 'check', 'coming', 'done'] as const;
export type TaskGroup = (typeof taskGroups)[number];

type Dated = Pick<TaskView, 'state' | 'due' | 'effect' | 'holdingChecks'>;

/** Which day a task asks something of its owner, seen from today. */
export function groupOf(task: Dated, today: string): TaskGroup {
  const again = nextCheck(task.state, task.holdingChecks);
  if (again) return again.dueOn <= today ? 'check' : 'coming';
  if (task.state === 'done') {
    const { checkOn } = task.effect;
    // Done work waits for its check; without a day it may be looked at right away.
    return checkOn === undefined || checkOn <= today ? 'check' : 'coming';
  }
  if (task.state !== 'agreed' && task.state !== 'doing') return 'done';
  if (task.due < today) return 'late';
  return task.due === today ? 'today' : 'coming';
}

/** Every group with its tasks, by the day that counts: nearest first, and what is closed newest first. */
export function groupTasks<T extends Dated & Pick<TaskView, 'id'>>(
  tasks: readonly T[],
  today: string,
): Record<TaskGroup, T[]> {
  const groups: Record<TaskGroup, T[]> = { late: [], today: [], check: [], coming: [], done: [] };
  for (const task of tasks) groups[groupOf(task, today)].push(task);
  for (const name of taskGroups) {
    const sign = name === 'done' ? -1 : 1;
    groups[name].sort((a, b) => sign * compare(dayOf(a), dayOf(b)) || compare(a.id, b.id));
  }
  return groups;
}

/** The next day that matters: the check once the work is done, the next one while it has to hold, else the due day. */
export function dayOf(task: Dated): string {
  const { state, due, effect } = task;
  if (state === 'done') return effect.checkOn ?? due;
  return nextCheck(task.state, task.holdingChecks)?.dueOn ?? due;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The message that says what that day is, in `tasks`. */
export function dayWord(task: Dated, group: TaskGroup): 'wasDue' | 'holdingOn' | 'checkOn' | 'due' {
  if (group === 'late') return 'wasDue';
  if (nextCheck(task.state, task.holdingChecks)) return 'holdingOn';
  return task.state === 'done' ? 'checkOn' : 'due';
}
