/** So many answers a minute for one calendar: programs ask once in minutes or hours. */
const MOST = 30;
const MINUTE_MS = 60_000;

/** Counts how often each person's calendar was read this minute, in this process. */
export class FeedPace {
  #minute = 0;
  #counts = new Map<string, number>();

  /** False when it was read too often just now. */
  take(userId: string, now: Date): boolean {
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    if (minute !== this.#minute) this.#counts = new Map();
    this.#minute = minute;
    const count = (this.#counts.get(userId) ?? 0) + 1;
    this.#counts.set(userId, count);
    return count <= MOST;
  }
}
