import { CircleDotDashed, Lightbulb } from 'lucide-react';
import type { Action } from '#board/actions.ts';
import type { TaskFact, TaskState } from '#board/facts.ts';
import { stateLooks } from '#components/tasks/state-looks.ts';

/** Where an action stands on the ladder, confirmed or not. */
export type Rung = Action['rung'] | TaskState;

/** The task's state once there is a task; before that what the document says. */
export function rungOf(action: Action | undefined, task: TaskFact | undefined): Rung | undefined {
  return task?.state ?? action?.rung;
}

/** A sign and a hue for each rung; the word stands beside them. */
export const ladderLooks: Record<Rung, (typeof stateLooks)[TaskState]> = {
  ...stateLooks,
  intention: { Icon: Lightbulb, tone: 'neutral' },
  proposal: { Icon: CircleDotDashed, tone: 'neutral' },
};
