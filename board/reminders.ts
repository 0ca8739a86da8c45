import { addDays } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { TaskState } from './facts.ts';

/** What a reminder is about: the due day of open work, the day to look at the effect of done work, or whether it still holds. */
export const reminderKinds = [
  'before',
  'due',
  'late',
  'check-before',
  'check',
  'check-late',
  'hold-before',
  'hold',
  'hold-late',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** A reminder has a day that it is meant for; it may go out later, never earlier. */
export interface ReminderDue {
  readonly kind: ReminderKind;
  readonly day: Day;
}

const DAY_MS = 24 * 3600_000;
/** How many days ahead somebody hears of a day that asks something of them. */
export const AHEAD = 2;
const WEEK = 7;

export interface RemindedDays {
  readonly state: TaskState;
  readonly due: Day;
  readonly checkOn: Day;
  /** The next day on which what worked is looked at again; null when nothing is to come. */
  readonly holdOn: Day | null;
}

/**
 * The newest reminder that a task calls for on a day, whether or not it went out before: two days
 * ahead, on the day, then once a week. Null when there is none yet, or nothing to ask. [MAIL-1]
 */
export function reminderOf(
  { state, due, checkOn, holdOn }: RemindedDays,
  today: Day,
): ReminderDue | null {
  switch (state) {
    case 'agreed':
    case 'doing':
      return newest(due, today, ['before', 'due', 'late']);
    case 'done':
      return newest(checkOn, today, ['check-before', 'check', 'check-late']);
    case 'effect_checked':
      return holdOn === null ? null : newest(holdOn, today, ['hold-before', 'hold', 'hold-late']);
    default:
      return null;
  }
}

function newest(
  day: Day,
  today: Day,
  [before, on, late]: readonly [ReminderKind, ReminderKind, ReminderKind],
): ReminderDue | null {
  const past = dayNumber(today) - dayNumber(day);
  if (past < -AHEAD) return null;
  if (past < 0) return { kind: before, day: addDays(day, -AHEAD) };
  const weeks = Math.floor(past / WEEK);
  return weeks === 0 ? { kind: on, day } : { kind: late, day: addDays(day, weeks * WEEK) };
}

/** Days since 1970-01-01. */
function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}
