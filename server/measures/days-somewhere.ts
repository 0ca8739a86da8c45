// A day is the asker's own: zones reach from twelve hours behind UTC to fourteen before it.
const HOUR_MS = 3600_000;

/** The day that it is where it is earliest; one before it has passed for everybody. */
export function earliestToday(now: Date): string {
  return dayOf(now.getTime() - 12 * HOUR_MS);
}

/** The day that it is where it is latest; one after it is still to come for everybody. */
export function latestToday(now: Date): string {
  return dayOf(now.getTime() + 14 * HOUR_MS);
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
