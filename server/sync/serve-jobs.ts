import { parentPort } from 'node:worker_threads';
import { packBytes } from './pack-bytes.ts';

export type JobTable = Readonly<Record<string, (job: never) => unknown>>;

/** To the worker thread. */
export interface Order {
  readonly id: number;
  readonly job: { readonly is: string };
}

/** From the worker thread: once that it is ready, then an answer to each order. */
export type Answer =
  | { readonly is: 'ready' }
  | { readonly is: 'done'; readonly id: number; readonly result: unknown }
  | { readonly is: 'failed'; readonly id: number; readonly message: string };

/** The worker side of `Workshop`: does what it is asked, one after the other. */
export function serveJobs(jobs: JobTable): void {
  const port = parentPort;
  if (!port) throw new Error('this is no worker thread');
  const post = (answer: Answer, buffers: ArrayBuffer[] = []): void =>
    port.postMessage(answer, buffers);
  const perform = async ({ id, job }: Order): Promise<void> => {
    const done = jobs[job.is] as ((job: unknown) => unknown) | undefined;
    if (!done) throw new Error(`there is no job ${job.is}`);
    const { packed, buffers } = packBytes(await done(job), () => true);
    post({ is: 'done', id, result: packed }, buffers);
  };
  port.on('message', (order: Order) => {
    perform(order).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      post({ is: 'failed', id: order.id, message });
    });
  });
  post({ is: 'ready' });
}
