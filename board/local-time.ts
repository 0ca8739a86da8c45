import * as z from 'zod/mini';
import { dayIn } from './calendar.ts';
import type { Day } from './calendar.ts';

/** A time zone by its name in the IANA database, as browsers tell it. */
export const timeZone = z.string().check(z.maxLength(64), z.refine(isTimeZone, 'is no time zone'));

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export interface LocalTime {
  readonly day: Day;
  /** 0 to 23. */
  readonly hour: number;
}

/** What calendar and clock say in a time zone at a moment; summer time is theirs to know. */
export function localTime(zone: string, moment: Date): LocalTime {
  const clock = { timeZone: zone, hour: '2-digit', hourCycle: 'h23' } as const;
  const hour = Number(new Intl.DateTimeFormat('sv-SE', clock).format(moment));
  return { day: dayIn(zone, moment), hour };
}
