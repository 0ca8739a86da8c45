import type { Day } from '#board/calendar.ts';
import type { House } from '../house.ts';

/** One team at one moment, as whoever looks at it reckons days. */
export interface Glimpse {
  readonly db: House['db'];
  readonly teamId: string;
  readonly at: Date;
  /** From here on things are counted. */
  readonly since: Date;
  readonly today: Day;
  /** IANA name. */
  readonly zone: string;
}

export const DAY_MS = 24 * 3600_000;

/** Whole days from a moment to a later one. */
export function daysSince(then: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - then.getTime()) / DAY_MS));
}
