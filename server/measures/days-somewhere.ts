const HOUR_MS = 3600_000;

/** The day that it is where it is earliest, twelve hours behind UTC; one before it has passed for everybody. */
export function earliestToday(now: Date): string {
  return new Date(now.getTime() - 12 * HOUR_MS).toISOString().slice(0, 10);
}
