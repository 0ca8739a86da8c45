import { Worker } from 'node:worker_threads';
import type { Packed } from './pack-bytes.ts';
import type { Answer, Order } from './serve-jobs.ts';

/** What a job said when it threw. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
}

/** The worker thread stopped by itself while it did a job. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

interface Task {
  readonly id: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread, which does one job at a time. */
export class WorkshopThread {
  /** Resolves when it has loaded; rejects with `WorkerLost` when it cannot. */
  readonly ready: Promise<unknown>;
  private readonly worker: Worker;
  private task: Task;
  private lastId = 0;
  private lost: Error | undefined;

  /** @param memoryMb of its heap at most: beyond, it stops, and not the process */
  constructor(file: URL, memoryMb: number) {
    this.worker = startWorker(file, memoryMb);
    const [ready, task] = newTask(0);
    [this.ready, this.task] = [ready, task];
    this.worker.on('message', (answer: Answer) => this.receive(answer));
    this.worker.on('error', (error) => this.lose(new WorkerLost(error.message, { cause: error })));
    this.worker.on('exit', (code) => this.lose(new WorkerLost(`it ended with ${code}`)));
  }

  get isLost(): boolean {
    return this.lost !== undefined;
  }

  /** Throws `JobFailed`, `WorkerLost`, and what `end` was given. */
  perform({ packed, buffers }: Packed<Order['job']>): Promise<unknown> {
    if (this.lost) return Promise.reject(this.lost);
    const id = (this.lastId += 1);
    const [answer, task] = newTask(id);
    this.task = task;
    this.worker.ref();
    const order: Order = { id, job: packed };
    this.worker.postMessage(order, buffers);
    return answer;
  }

  /** Stops it at once, whatever it does; that rejects with `why`. */
  async end(why: Error): Promise<void> {
    this.lose(why);
    await this.worker.terminate();
  }

  private receive(answer: Answer): void {
    if (this.lost) return;
    // At rest it does not keep the process alive.
    this.worker.unref();
    if (answer.is === 'ready') this.task.resolve(undefined);
    else if (answer.id !== this.task.id) return;
    else if (answer.is === 'done') this.task.resolve(answer.result);
    else this.task.reject(new JobFailed(answer.message));
  }

  private lose(error: Error): void {
    this.lost ??= error;
    this.task.reject(this.lost);
  }
}

function newTask(id: number): [Promise<unknown>, Task] {
  let task: Task | undefined;
  const answer = new Promise<unknown>((resolve, reject) => (task = { id, resolve, reject }));
  // Whoever waits for it hears; nobody may be waiting when a thread ends at rest.
  answer.catch(() => {});
  if (!task) throw new Error('a promise begins at once');
  return [answer, task];
}

/** From the sources the thread needs a loader for TypeScript, which has to be there before its file. */
const FROM_SOURCES = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData.file);
  });`;

function startWorker(file: URL, memoryMb: number): Worker {
  const options = { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } };
  if (!file.pathname.endsWith('.ts')) return new Worker(file, options);
  return new Worker(FROM_SOURCES, { ...options, eval: true, workerData: { file: file.href } });
}
