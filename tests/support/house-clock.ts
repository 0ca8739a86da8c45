/** Stands still until it is told to pass time. Starts now, because rows get their first moment from the database. */
export class HouseClock {
  private time = Date.now();

  now(): Date {
    return new Date(this.time);
  }

  pass(ms: number): void {
    this.time += ms;
  }

  /** The day so many days from now, `yyyy-mm-dd`. */
  day(days: number): string {
    return new Date(this.time + days * DAY_MS).toISOString().slice(0, 10);
  }
}

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
