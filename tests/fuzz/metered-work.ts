import type { HeavyWork } from '#server/sync/heavy-work.ts';
import { onTheSpot } from '#tests/support/on-the-spot.ts';

/** Heavy work done here, with a meter: in the product it is another thread's time. */
export class MeteredWork implements HeavyWork {
  /** Milliseconds of CPU since somebody set it to 0. */
  cpuMs = 0;

  diff: HeavyWork['diff'] = (job) => this.metered(() => onTheSpot.diff(job));
  fold: HeavyWork['fold'] = (job) => this.metered(() => onTheSpot.fold(job));
  rebuild: HeavyWork['rebuild'] = (job) => this.metered(() => onTheSpot.rebuild(job));
  digest: HeavyWork['digest'] = (job) => this.metered(() => onTheSpot.digest(job));
  look: HeavyWork['look'] = (job) => this.metered(() => onTheSpot.look(job));
  attempt: HeavyWork['attempt'] = (job) => this.metered(() => onTheSpot.attempt(job));

  private async metered<T>(work: () => Promise<T>): Promise<T> {
    const begun = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(begun);
      this.cpuMs += (user + system) / 1000;
    }
  }
}
