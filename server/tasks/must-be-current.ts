import { Refusal } from '../refusal.ts';
import { viewTask } from './view-task.ts';
import type { TaskRow } from './view-task.ts';

/** Throws when the task is no longer at the revision that the asker knew. [ACT-7] */
export function mustBeCurrent(task: TaskRow, revision: number): void {
  if (task.revision !== revision) throw changedMeanwhile(task);
}

export function changedMeanwhile(task: TaskRow): Refusal {
  return new Refusal('conflict', 'Somebody changed this task before you.', [], viewTask(task));
}
