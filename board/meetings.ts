import * as z from 'zod/mini';
import { addDays, day } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { BoardDocument } from './document.ts';
import type { Projection } from './projection.ts';

/** A time on the clock where the team is, `hh:mm`. */
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** When a team meets again; the time may be left open. */
export const nextMeeting = z.object({ on: day, at: z.nullable(timeOfDay) });
export type NextMeeting = z.infer<typeof nextMeeting>;

/** The meeting that is going on. */
export const openMeeting = z.object({
  meetingId: z.string(),
  since: z.string(),
  facilitator: z.object({ id: z.string(), name: z.string() }),
});
export type OpenMeeting = z.infer<typeof openMeeting>;

/** What a board shows of its meetings, under these keys of the `meeting` root. [MEET-2] */
export interface MeetingFacts {
  readonly open: OpenMeeting | null;
  readonly next: NextMeeting | null;
}
export const meetingKeys = ['open', 'next'] as const satisfies readonly (keyof MeetingFacts)[];

/** What does not fit is taken for not there. */
export function readMeetingFacts({ meeting }: BoardDocument): MeetingFacts {
  return {
    open: openMeeting.safeParse(meeting.get('open')).data ?? null,
    next: nextMeeting.safeParse(meeting.get('next')).data ?? null,
  };
}

type ProjectedAction = Projection['actions'][number];

/**
 * What the close of a meeting waits for: every intention and proposal that a card shows, until it is
 * confirmed, parked until a later day, or dropped. [MEET-4]
 */
export function undecided(
  actions: readonly ProjectedAction[],
  today: Day,
): readonly ProjectedAction[] {
  return actions.filter(
    (action) => isBelowAgreed(action) && action.cards.length > 0 && !isParked(action.parked, today),
  );
}

function isBelowAgreed({ taskId, rung }: Pick<ProjectedAction, 'taskId' | 'rung'>): boolean {
  return taskId === null && (rung === 'intention' || rung === 'proposal');
}

/** On its day a parked proposal is back on the table. [MEET-5] */
export function isParked(until: Day | null | undefined, today: Day): boolean {
  return typeof until === 'string' && until > today;
}

/** Days between two meetings where nothing is known yet. */
const WEEK = 7;

/**
 * The day on which a team that met on these days, newest first, is likely to meet again: the usual
 * distance of its last meetings, in whole weeks unless it meets every few days. [MEET-7]
 */
export function usualNextDay(met: readonly Day[], today: Day): Day {
  const days = [...new Set([today, ...met])].sort().reverse().slice(0, 5);
  const gaps = days.slice(1).map((earlier, at) => daysFrom(earlier, days[at] ?? earlier));
  return addDays(today, usual(gaps));
}

function usual(gaps: readonly number[]): number {
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)];
  if (middle === undefined) return WEEK;
  if (middle <= 3) return middle;
  return Math.min(4, Math.max(1, Math.round(middle / WEEK))) * WEEK;
}

function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * 3600_000));
}
