import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { packBytes } from './pack-bytes.ts';
import type { JobTable } from './serve-jobs.ts';
import { WorkerLost, WorkshopThread } from './workshop-thread.ts';

/** A job took longer than it was given. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';
  constructor(
    readonly job: string,
    readonly budgetMs: number,
  ) {
    super(`${job} took longer than ${budgetMs} ms`);
  }
}

/** The workshop was stopped, or has not been started. */
export class WorkshopClosed extends Error {
  override readonly name = 'WorkshopClosed';
}

export interface Terms {
  /** Milliseconds that the job itself may take; waiting for those before it does not count. */
  readonly budgetMs: number;
  /** Bytes of the job that the caller will not use again: they are moved, not copied. */
  readonly give?: readonly Uint8Array[];
}

export interface WorkshopOptions {
  /** The worker, which calls `serveJobs`. */
  readonly file: URL;
  readonly clock?: Clock;
  /** Megabytes of the worker's heap at most. */
  readonly memoryMb?: number;
}

/** A job: its name in the worker's table, and what that function takes. */
export type JobOf<Jobs extends JobTable, Name extends keyof Jobs> = {
  readonly is: Name;
} & Parameters<Jobs[Name]>[0];

/** Milliseconds that a worker may take to load. */
const LOAD_MS = 60_000;
const MEMORY_MB = 1_024;

interface Waiting {
  readonly job: { readonly is: string };
  readonly terms: Terms;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Heavy work on encoded documents, in a worker thread so that nobody else waits for it: one thread,
 * which starts with the first job; jobs in order. [SYNC-36]
 */
export class Workshop<Jobs extends JobTable> {
  private readonly clock: Clock;
  private readonly memoryMb: number;
  private readonly file: URL;
  private waiting: Waiting[] = [];
  private working = false;
  private open = false;
  private thread: WorkshopThread | undefined;

  constructor({ file, clock = systemClock, memoryMb = MEMORY_MB }: WorkshopOptions) {
    this.clock = clock;
    this.memoryMb = memoryMb;
    this.file = file;
  }

  /** Takes jobs from now on. */
  start(): void {
    this.open = true;
  }

  /** Ends the thread; what was not done rejects with `WorkshopClosed`. */
  async stop(): Promise<void> {
    this.open = false;
    const closed = new WorkshopClosed('the workshop was stopped');
    for (const { reject } of this.waiting.splice(0)) reject(closed);
    const { thread } = this;
    this.thread = undefined;
    await thread?.end(closed);
  }

  /**
   * Resolves with what the job returns. Throws `OverBudget` when that takes too long, `JobFailed`
   * when the job throws, `WorkerLost` when it takes its thread down, `WorkshopClosed`. In each case
   * the jobs behind it go on, on a new thread if need be.
   */
  run<Name extends keyof Jobs & string>(
    job: JobOf<Jobs, Name>,
    terms: Terms,
  ): Promise<Awaited<ReturnType<Jobs[Name]>>> {
    if (!this.open) return Promise.reject(new WorkshopClosed('the workshop is not open'));
    return new Promise((resolve, reject) => {
      const done = resolve as (result: unknown) => void;
      this.waiting.push({ job, terms, resolve: done, reject });
      void this.work();
    });
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      await this.perform(next).then(next.resolve, next.reject);
    }
    this.working = false;
  }

  private async perform({ job, terms }: Waiting): Promise<unknown> {
    if (!this.thread || this.thread.isLost) {
      this.thread = new WorkshopThread(this.file, this.memoryMb);
    }
    const { thread } = this;
    const late = new WorkerLost(`it did not load within ${LOAD_MS} ms`);
    await this.within(LOAD_MS, late, thread, () => thread.ready);
    const { budgetMs, give = [] } = terms;
    const packed = packBytes(job, (bytes) => give.includes(bytes));
    return this.within(budgetMs, new OverBudget(job.is, budgetMs), thread, () =>
      thread.perform(packed),
    );
  }

  /** Ends the thread, and with it the work, when that takes too long. */
  private async within<T>(
    ms: number,
    late: Error,
    thread: WorkshopThread,
    work: () => Promise<T>,
  ): Promise<T> {
    const undo = this.clock.after(ms, () => void thread.end(late));
    try {
      return await work();
    } finally {
      undo();
    }
  }
}
