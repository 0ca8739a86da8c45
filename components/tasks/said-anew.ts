import type { TaskView } from '#board/api/tasks.ts';

/** True when something else is expected now than when the work began. */
export function isSaidAnew({
  effect,
  prediction,
}: Pick<TaskView, 'effect' | 'prediction'>): boolean {
  if (prediction === null) return false;
  return effect.expected !== prediction.expected || effect.observation !== prediction.observation;
}
