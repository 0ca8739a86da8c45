import type { MessageJob, RoomJob } from './room-job.ts';

/** Bytes of one row at most, unless a single message is longer: judging so many takes some 10 ms. */
const MAX_ROW_BYTES = 256 << 10;

export interface PipelineDeps {
  /** Stores neighbouring messages as one row. Whatever it throws ends the pipeline's owner. */
  readonly store: (messages: readonly MessageJob[]) => Promise<void>;
  /** Resolves when messages may be stored again. */
  readonly untilFlush: () => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Does one room's work strictly in order, and commits together what arrived meanwhile. */
export class Pipeline {
  private readonly queue: RoomJob[] = [];
  /** Bytes of messages that are not done yet. */
  waitingBytes = 0;
  private pumping: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly deps: PipelineDeps) {}

  get busy(): boolean {
    return this.pumping !== undefined;
  }

  submit(message: MessageJob): void {
    this.waitingBytes += message.update.byteLength;
    this.enqueue(message);
  }

  /** Does `run` in its turn and settles as it does; `giveUp` may do instead, before its turn. */
  task<T>(run: () => Promise<T>, giveUp: (why: 'closed' | 'degraded') => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = async (work: () => T | Promise<T>): Promise<void> => {
        try {
          resolve(await work());
        } catch (error) {
          reject(error as Error);
        }
      };
      this.enqueue({
        is: 'task',
        run: () => settle(run),
        giveUp: (why) => void settle(() => giveUp(why)),
      });
    });
  }

  /** Lets the tasks that wait give up; messages go on waiting. */
  giveUpTasks(why: 'closed' | 'degraded'): void {
    const waiting = this.queue.splice(0);
    this.queue.push(...waiting.filter((job) => job.is === 'message'));
    for (const job of waiting) if (job.is === 'task') job.giveUp(why);
  }

  /** Resolves when everything taken so far is done. */
  async settled(): Promise<void> {
    while (this.pumping) await this.pumping;
  }

  /** Drops what waits; what is being done goes on to its end. */
  stop(): void {
    this.stopped = true;
    this.giveUpTasks('closed');
    this.queue.length = 0;
  }

  private enqueue(job: RoomJob): void {
    if (this.stopped) {
      if (job.is === 'task') job.giveUp('closed');
      return;
    }
    this.queue.push(job);
    this.pumping ??= this.pump();
  }

  private async pump(): Promise<void> {
    try {
      for (let job = this.queue[0]; job; job = this.queue[0]) {
        if (job.is === 'task') {
          this.queue.shift();
          await job.run();
        } else {
          await this.deps.untilFlush();
          await this.storeNeighbours();
        }
      }
    } catch (error) {
      this.deps.onFailure(error);
    } finally {
      // In the same breath as finding the queue empty: a job put in any later starts a new round.
      this.pumping = undefined;
    }
  }

  private async storeNeighbours(): Promise<void> {
    const messages = this.takeNeighbours();
    try {
      await this.deps.store(messages);
    } finally {
      for (const { update } of messages) this.waitingBytes -= update.byteLength;
    }
  }

  private takeNeighbours(): MessageJob[] {
    const messages: MessageJob[] = [];
    let bytes = 0;
    for (let job = this.queue[0]; job?.is === 'message'; job = this.queue[0]) {
      bytes += job.update.byteLength;
      if (messages.length > 0 && bytes > MAX_ROW_BYTES) break;
      messages.push(job);
      this.queue.shift();
    }
    return messages;
  }
}
