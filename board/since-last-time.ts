import type { Day } from './calendar.ts';
import type { TaskState } from './facts.ts';
import { nextCheck } from './holding.ts';
import type { HoldingResult } from './holding.ts';

/** What a promise is to the team that meets again; what asks most comes first. [MEET-3] */
export const promiseGroups = ['late', 'due', 'toCheck', 'toHold', 'kept', 'ahead'] as const;
export type PromiseGroup = (typeof promiseGroups)[number];

export interface Promised {
  readonly state: TaskState;
  readonly due: Day;
  readonly effect: { readonly checkOn?: Day | undefined };
  readonly holdingChecks: readonly { readonly dueOn: Day; readonly result: HoldingResult | null }[];
  /** When the work was done last; null while it is not. */
  readonly doneAt: string | null;
}

export interface SinceWhen {
  /** The day of the meeting. */
  readonly today: Day;
  /** The moment at which the last meeting closed; null before there was one. */
  readonly since: string | null;
}

/** The one group that a promise belongs to on that day; null when there is nothing to say of it. */
export function promiseGroup(task: Promised, { today, since }: SinceWhen): PromiseGroup | null {
  const { state, due, effect } = task;
  switch (state) {
    case 'agreed':
    case 'doing':
      if (due < today) return 'late';
      return due === today ? 'due' : 'ahead';
    case 'done':
      if (effect.checkOn !== undefined && effect.checkOn <= today) return 'toCheck';
      return isNews(task, since) ? 'kept' : null;
    case 'effect_checked': {
      const next = nextCheck(state, task.holdingChecks);
      if (next && next.dueOn <= today) return 'toHold';
      return isNews(task, since) ? 'kept' : null;
    }
    case 'standard':
      return isNews(task, since) ? 'kept' : null;
    case 'dropped':
      return null;
  }
}

/** Promises by group, each in the order given. */
export function sinceLastTime<T extends Promised>(
  tasks: readonly T[],
  when: SinceWhen,
): Record<PromiseGroup, T[]> {
  const groups: Record<PromiseGroup, T[]> = {
    ...{ late: [], due: [], toCheck: [] },
    ...{ toHold: [], kept: [], ahead: [] },
  };
  for (const task of tasks) {
    const group = promiseGroup(task, when);
    if (group) groups[group].push(task);
  }
  return groups;
}

function isNews({ doneAt }: Promised, since: string | null): boolean {
  return doneAt !== null && (since === null || doneAt > since);
}
