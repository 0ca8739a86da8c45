import { addDays, latestDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { EffectOutcome, TaskState } from './facts.ts';

/**
 * What worked has to hold: it is looked at again after a month and after a season, and is the
 * standard only then. Pure; the server, the pages and the tests ask the same functions.
 */
export const holdingResults = ['held', 'relapsed', 'cancelled'] as const;
export type HoldingResult = (typeof holdingResults)[number];

/** Days from the effect check to each time that it is looked at again. */
export const holdingDays = [30, 90] as const;

/** The checks that an effect check on this day asks for. [ACT-24] */
export function planHolding(
  outcome: EffectOutcome,
  checkedOn: Day,
): { readonly after: number; readonly dueOn: Day }[] {
  if (outcome !== 'worked') return [];
  return holdingDays.map((after) => ({ after, dueOn: addDays(checkedOn, after) }));
}

/**
 * That something held can be said from its day on, wherever on earth that day has come; that it
 * relapsed can be said as soon as somebody sees it. [ACT-25]
 */
export function mayAnswerHolding(dueOn: Day, held: boolean, now: Date): boolean {
  return !held || dueOn <= latestDay(now);
}

/** The next time that what worked is looked at again; undefined when nothing is to come. [ACT-24] */
export function nextCheck<T extends { readonly result: HoldingResult | null }>(
  state: TaskState,
  checks: readonly T[],
): T | undefined {
  return state === 'effect_checked' ? checks.find(({ result }) => result === null) : undefined;
}

/** Where a task stands once one of its checks is answered, with so many of the round still to come. [ACT-26] [ACT-27] */
export function afterHolding(held: boolean, stillToCome: number): TaskState {
  if (!held) return 'doing';
  return stillToCome === 0 ? 'standard' : 'effect_checked';
}
