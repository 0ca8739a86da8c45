import type { TaskView } from '#board/api/tasks.ts';
import type { Lane } from '#board/lanes.ts';
import { dayOf } from './group-tasks.ts';

/** The steps of the ladder that a promise stands on; what was dropped is in the list alone. */
export const boardColumns = [
  'agreed',
  'doing',
  'done',
  'effect_checked',
  'standard',
] as const satisfies readonly Lane[];
export type BoardColumn = (typeof boardColumns)[number];

/** The tasks of each column, by the day that counts. */
export function inColumns(tasks: readonly TaskView[]): Record<BoardColumn, TaskView[]> {
  const columns: Record<BoardColumn, TaskView[]> = {
    agreed: [],
    doing: [],
    done: [],
    effect_checked: [],
    standard: [],
  };
  for (const task of tasks) if (task.state !== 'dropped') columns[task.state].push(task);
  const byDay = (a: TaskView, b: TaskView) =>
    dayOf(a).localeCompare(dayOf(b)) || a.id.localeCompare(b.id);
  for (const name of boardColumns) columns[name].sort(byDay);
  return columns;
}

/** The column so many steps beside; undefined past the last. */
export function columnBeside(column: BoardColumn, by: 1 | -1): BoardColumn | undefined {
  return boardColumns[boardColumns.indexOf(column) + by];
}

/** The card that an arrow key leads to: the next one, or the one at the same height beside it. */
export function cardBeside(
  columns: Record<BoardColumn, readonly TaskView[]>,
  from: TaskView,
  key: string,
): TaskView | undefined {
  if (from.state === 'dropped') return undefined;
  const own = columns[from.state];
  const at = own.findIndex(({ id }) => id === from.id);
  if (key === 'ArrowDown') return own[at + 1];
  if (key === 'ArrowUp') return own[at - 1];
  const by = key === 'ArrowRight' ? 1 : -1;
  for (let name = columnBeside(from.state, by); name; name = columnBeside(name, by)) {
    const found = columns[name][Math.min(at, columns[name].length - 1)];
    if (found) return found;
  }
  return undefined;
}
