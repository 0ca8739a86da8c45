import type { Day } from '#board/calendar.ts';
import type { TaskRow } from './view-task.ts';

/** The next day on which what worked is looked at again; null when nothing is to come. [ACT-24] */
export function nextHolding({ holding }: Pick<TaskRow, 'holding'>): Day | null {
  return holding.find(({ result }) => result === null)?.dueOn ?? null;
}
