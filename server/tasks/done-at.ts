import { z } from 'zod';
import { taskStates } from '#board/facts.ts';
import type { Task, TaskEvent } from '../db/generated/client.ts';

const step = z.object({ state: z.object({ to: z.enum(taskStates) }) });
const finished: ReadonlySet<string> = new Set(['done', 'effect_checked', 'standard']);

/** The steps in a task's story, whose events come oldest first. */
export function stepsOf(events: readonly TaskEvent[]): { at: Date; to: Task['state'] }[] {
  return events.flatMap(({ at, data }) => {
    const read = step.safeParse(data).data;
    return read ? [{ at, to: read.state.to }] : [];
  });
}

/** When the work was done, for the last time; null while it is not, or not any more. */
export function doneAt(task: Task & { events: readonly TaskEvent[] }): Date | null {
  if (!finished.has(task.state)) return null;
  return stepsOf(task.events).findLast(({ to }) => to === 'done')?.at ?? task.updatedAt;
}
