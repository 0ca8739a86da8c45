import type { BoardId } from '#board/ids.ts';
import type { Clock } from './clock.ts';
import type { SyncLogger } from './logger.ts';
import type { UpdateLog } from './update-log.ts';
import { NoSuchBoard, StaleEpoch } from './update-log.ts';

/** Milliseconds before storing is tried again; doubles up to the longest. */
const RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

export interface LogWriterDeps<Tx> {
  readonly boardId: BoardId;
  readonly log: UpdateLog<Tx>;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  /** The database failed, or stores again. */
  readonly onSaving: (saving: 'ok' | 'degraded') => void;
}

/** Stores a room's updates, and goes on trying while the database fails. [SYNC-11] */
export class LogWriter<Tx> {
  saving: 'ok' | 'degraded' = 'ok';
  private stopped = false;
  private wake: () => void = () => {};

  constructor(private readonly deps: LogWriterDeps<Tx>) {}

  /**
   * Resolves with the row's seq when it is on disk, and with undefined when the writer was stopped
   * before that. Throws `NoSuchBoard` and `StaleEpoch`, which no trying again can mend.
   */
  async append(epoch: number, bytes: Uint8Array): Promise<number | undefined> {
    for (let wait = RETRY_MS; !this.stopped; wait = Math.min(2 * wait, LONGEST_RETRY_MS)) {
      try {
        const seq = await this.deps.log.append(this.deps.boardId, epoch, bytes);
        this.turn('ok');
        return seq;
      } catch (error) {
        if (error instanceof NoSuchBoard || error instanceof StaleEpoch) throw error;
        this.deps.logger.warn({ err: error, boardId: this.deps.boardId }, 'updates not stored yet');
        this.turn('degraded');
        await this.pause(wait);
      }
    }
    return undefined;
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  private turn(saving: 'ok' | 'degraded'): void {
    if (this.saving === saving || this.stopped) return;
    this.saving = saving;
    this.deps.onSaving(saving);
  }

  private pause(ms: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const undo = this.deps.clock.after(ms, resolve);
      this.wake = () => {
        undo();
        resolve();
      };
    });
  }
}
