import type { HeavyWork } from '#server/sync/heavy-work.ts';
import { heavyJobs } from '#server/sync/heavy-jobs.ts';

/** Heavy work done here, with a meter: in the product it is another thread's time. */
export class MeteredWork implements HeavyWork {
  /** Milliseconds of CPU since somebody set it to 0. */
  cpuMs = 0;

  diff: HeavyWork['diff'] = (...args) => this.metered(() => heavyJobs.diff(...args));
  fold: HeavyWork['fold'] = (...args) => this.metered(() => heavyJobs.fold(...args));
  attempt: HeavyWork['attempt'] = (...args) => this.metered(() => heavyJobs.attempt(...args));

  private async metered<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    const begun = process.cpuUsage();
    try {
      return work();
    } finally {
      const { user, system } = process.cpuUsage(begun);
      this.cpuMs += (user + system) / 1000;
    }
  }
}
