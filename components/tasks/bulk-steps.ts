import type { ChangeTasksInput, TaskView } from '#board/api/tasks.ts';
import { mayMove } from '#board/ladder.ts';

/** What several promises may be asked to do at once. [ACT-45] */
export type BulkStep =
  | { readonly is: 'start' }
  | { readonly is: 'finish' }
  | { readonly is: 'day'; readonly due: string; readonly reason: string | undefined }
  | { readonly is: 'owner'; readonly owner: string };

type Change = ChangeTasksInput['changes'][number];

/** The change that the step is for this task; undefined where it is not for it, or changes nothing. [ACT-45] */
export function changeFor(step: BulkStep, task: TaskView): Change | undefined {
  const { id: taskId, revision, state } = task;
  const open = state === 'agreed' || state === 'doing';
  switch (step.is) {
    case 'start':
      return state === 'agreed' ? { taskId, revision, state: 'doing' } : undefined;
    case 'finish':
      return open ? { taskId, revision, state: 'done' } : undefined;
    case 'day': {
      const { due, reason } = step;
      return open && due !== task.due ? { taskId, revision, due, reason } : undefined;
    }
    case 'owner':
      return open && step.owner !== task.owner.id
        ? { taskId, revision, owner: step.owner }
        : undefined;
  }
}

/** What takes the step back; undefined where there is no way back: a day that has passed is not set anew. */
export function undoFor(
  step: BulkStep,
  { before, after, today }: { before: TaskView; after: TaskView; today: string },
): Change | undefined {
  const { id: taskId, revision } = after;
  switch (step.is) {
    case 'start':
    case 'finish':
      return mayMove(after.state, before.state)
        ? { taskId, revision, state: before.state }
        : undefined;
    case 'day':
      return before.due >= today ? { taskId, revision, due: before.due } : undefined;
    case 'owner':
      return { taskId, revision, owner: before.owner.id };
  }
}
