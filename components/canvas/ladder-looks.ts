import {
  CircleDashed,
  CircleX,
  Gauge,
  Handshake,
  Lightbulb,
  Medal,
  Play,
  SquareCheckBig,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Action } from '#board/actions.ts';
import type { TaskFact, TaskState } from '#board/facts.ts';
import type { Tone } from '#components/ui/badge.tsx';

/** Where an action stands on the ladder, confirmed or not. */
export type Rung = Action['rung'] | TaskState;

/** The task's state once there is a task; before that what the document says. */
export function rungOf(action: Action | undefined, task: TaskFact | undefined): Rung | undefined {
  return task?.state ?? action?.rung;
}

/** A sign and a hue for each rung; the word stands beside them. */
export const ladderLooks: Record<Rung, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  intention: { icon: Lightbulb, tone: 'neutral' },
  proposal: { icon: CircleDashed, tone: 'neutral' },
  agreed: { icon: Handshake, tone: 'plan' },
  doing: { icon: Play, tone: 'do' },
  done: { icon: SquareCheckBig, tone: 'check' },
  effect_checked: { icon: Gauge, tone: 'check' },
  standard: { icon: Medal, tone: 'act' },
  dropped: { icon: CircleX, tone: 'neutral' },
};
