import type { TaskView } from '#board/api/tasks.ts';
import { effectOf } from '../boards/facts.ts';
import type { Board, Measure, Task, User } from '../db/generated/client.ts';

/** What a task query has to include for `viewTask`. */
export const taskParts = { board: true, owner: true, confirmedBy: true, measure: true } as const;

export type TaskRow = Task & {
  board: Board;
  owner: User;
  confirmedBy: User;
  measure: Measure | null;
};

export function viewTask(task: TaskRow): TaskView {
  const { id, boardId, teamId, actionId, title, due, state, outcome, learned, revision, measure } =
    task;
  return {
    id,
    boardId,
    boardTitle: task.board.title,
    teamId,
    actionId,
    title,
    owner: nameOf(task.owner),
    due,
    effect: {
      ...effectOf(task),
      ...(measure ? { measureName: measure.name, unit: measure.unit } : {}),
    },
    state,
    outcome,
    learned,
    confirmedAt: task.confirmedAt.toISOString(),
    confirmedBy: nameOf(task.confirmedBy),
    revision,
  };
}

export function nameOf({ id, name }: User): { id: string; name: string } {
  return { id, name };
}
