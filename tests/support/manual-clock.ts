import type { Clock } from '#server/sync/clock.ts';

/** A clock that stands still until it is told to pass time. */
export class ManualClock implements Clock {
  private time = 0;
  private readonly timers = new Set<{ at: number; run: () => void }>();

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Lets so many milliseconds pass, and runs what falls due in the order of its time. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (let next = this.nextBefore(end); next; next = this.nextBefore(end)) {
      this.timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    // What fell due may have let more time pass.
    this.time = Math.max(this.time, end);
  }

  private nextBefore(end: number): { at: number; run: () => void } | undefined {
    return [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
