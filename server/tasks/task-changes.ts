import type { Change } from '../audit/what-changed.ts';
import type { TaskRow } from './view-task.ts';

export type Changeable = Partial<
  Pick<
    TaskRow,
    | 'state'
    | 'title'
    | 'ownerId'
    | 'buddyId'
    | 'due'
    | 'expected'
    | 'observation'
    | 'checkOn'
    | 'declinedById'
  >
>;

/** What each field was and became, where it became something else. */
export function taskChanges(task: TaskRow, data: Changeable): Record<string, Change> {
  const entries = Object.entries(data) as [keyof Changeable, Change['to']][];
  return Object.fromEntries(
    entries
      .filter(([key, to]) => task[key] !== to)
      .map(([key, to]) => [key, { from: task[key], to }]),
  );
}

/** The days among them, by the names of their fields: a day that was kept may have passed. */
export function newDays(task: TaskRow, { due, checkOn }: Changeable): Record<string, string> {
  return {
    ...(due === undefined || due === task.due ? {} : { due }),
    ...(checkOn === undefined || checkOn === task.checkOn ? {} : { 'effect.checkOn': checkOn }),
  };
}
