import { Workshop } from '../sync/workshop.ts';
import type { JoinJob, KeepJob, Kept, RepackJob } from './snapshot-jobs.ts';
import type { SnapshotJobs } from './snapshot-worker.ts';
import type { Chain, StoredContent } from './stored-content.ts';

/**
 * Work on whole snapshots, which nobody who draws should have to wait for. Each rejects when the job
 * throws. The state of a job of `keep` is given away: it is not there afterwards.
 */
export interface SnapshotWork {
  keep(job: KeepJob): Promise<Kept>;
  unpack(chain: Chain): Promise<Uint8Array>;
  repack(job: RepackJob): Promise<StoredContent>;
  join(job: JoinJob): Promise<Uint8Array>;
}

/** Milliseconds: the largest board on a slow machine takes a fraction of it. */
const BUDGET_MS = 60_000;

/** A thread of its own: boards are opened and folded by another, which must not wait for this. */
export class SnapshotThread implements SnapshotWork {
  private readonly workshop = new Workshop<SnapshotJobs>({ file: workerFile() });

  start(): void {
    this.workshop.start();
  }

  stop(): Promise<void> {
    return this.workshop.stop();
  }

  keep(job: KeepJob): Promise<Kept> {
    // By far the most of it; the rest is copied.
    const give = job.state ? [job.state] : [];
    return this.workshop.run({ is: 'keep', ...job }, { budgetMs: BUDGET_MS, give });
  }

  unpack(chain: Chain): Promise<Uint8Array> {
    return this.workshop.run({ is: 'unpack', chain }, { budgetMs: BUDGET_MS });
  }

  repack(job: RepackJob): Promise<StoredContent> {
    return this.workshop.run({ is: 'repack', ...job }, { budgetMs: BUDGET_MS });
  }

  join(job: JoinJob): Promise<Uint8Array> {
    return this.workshop.run({ is: 'join', ...job }, { budgetMs: BUDGET_MS });
  }
}

/** Beside this file, and bundled beside the bundle. */
function workerFile(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./snapshot-worker.${extension}`, import.meta.url);
}
