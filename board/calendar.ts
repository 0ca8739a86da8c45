import * as z from 'zod/mini';

/** A day without a time or zone, `yyyy-mm-dd`. */
export const day = z.iso.date();
export type Day = z.infer<typeof day>;

const DAY_MS = 24 * 3600_000;

/** The day that a moment falls on in a time zone (its IANA name). */
export function dayIn(zone: string, moment: Date): Day {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment);
}

/** The latest day that it is anywhere on earth at that moment: there it is already fourteen hours past UTC. */
export function latestDay(moment: Date): Day {
  return dayIn('Pacific/Kiritimati', moment);
}

/** The day that it is where it is earliest, twelve hours behind UTC; one before it has passed for everybody. */
export function earliestDay(moment: Date): Day {
  return dayIn('Etc/GMT+12', moment);
}

/** So many days later, whatever the clocks do in between. */
export function addDays(from: Day, count: number): Day {
  // At noon UTC no zone's change of the clock is near.
  return new Date(Date.parse(`${from}T12:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
