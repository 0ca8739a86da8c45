import type { HoldingCheckView, TaskView } from '#board/api/tasks.ts';

/** The next time that what worked is looked at again; undefined when nothing is to come. */
export function nextCheck({
  state,
  holdingChecks,
}: Pick<TaskView, 'state' | 'holdingChecks'>): HoldingCheckView | undefined {
  return state === 'effect_checked'
    ? holdingChecks.find(({ result }) => result === null)
    : undefined;
}
