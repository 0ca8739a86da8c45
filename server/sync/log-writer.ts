import * as Y from 'yjs';
import type { BoardId } from '#board/ids.ts';
import { MAX_FRAME_BYTES } from '#board/wire.ts';
import type { Clock } from './clock.ts';
import type { SyncLogger } from './logger.ts';
import type { SyncMetrics } from './metrics.ts';
import type { NewRow, UpdateLog } from './update-log.ts';
import { NoSuchBoard, StaleEpoch } from './update-log.ts';

/** An update that was accepted and is not on disk yet. */
export interface Waiting {
  readonly update: Uint8Array;
  readonly claims: ReadonlyMap<number, string>;
  /** Others have seen it already, because the database is away. */
  isShown: boolean;
  /** Called when others may see it before it is stored; at most once, and never after `onStored`. */
  readonly onShown: () => void;
  /** Called once it is on disk. */
  readonly onStored: (() => void)[];
}

export interface LogWriterDeps<Tx> {
  readonly boardId: BoardId;
  readonly epoch: number;
  /** Names this writer among all writers of the board, for ever. */
  readonly writer: string;
  readonly log: UpdateLog<Tx>;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly metrics: Pick<SyncMetrics, 'commitSeconds'>;
  /** A row is on disk; called again with the same row when it rejects. */
  readonly onRow: (seq: number, bytes: Uint8Array, holds: readonly Waiting[]) => Promise<void>;
  /** The database fails or is very slow, or stores again. */
  readonly onSaving: (saving: 'ok' | 'degraded') => void;
  /** It seemed to store again, and does not. */
  readonly onStuckAgain: () => void;
  /** No trying again can help. */
  readonly onBroken: (error: unknown) => void;
}

/** Milliseconds before storing is tried again; doubles up to the longest. */
const RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
/** Milliseconds that one commit may take before people should know. */
const SLOW_MS = 2_000;
/** Bytes of one row at most, unless a single update is longer. */
const MAX_ROW_BYTES = 4 * MAX_FRAME_BYTES;

/** Stores a room's updates in order, what waits together as one row, and goes on trying. [SYNC-11] */
export class LogWriter<Tx> {
  saving: 'ok' | 'degraded' = 'ok';
  waitingBytes = 0;
  private readonly queue: Waiting[] = [];
  /** The last commit took no longer than it should. */
  private isQuick = true;
  private number = 0;
  private pumping: Promise<void> | undefined;
  private stopped = false;
  private wake: () => void = () => {};

  constructor(private readonly deps: LogWriterDeps<Tx>) {}

  /** What waits is to be shown, because nobody knows when it will be stored. */
  get showsAhead(): boolean {
    return this.saving === 'degraded' && !this.isQuick;
  }

  /** What is not on disk yet, in order. */
  get waiting(): readonly Waiting[] {
    return this.queue;
  }

  push(waiting: Waiting): void {
    if (this.stopped) return;
    this.queue.push(waiting);
    this.waitingBytes += waiting.update.byteLength;
    this.pumping ??= this.pump();
  }

  /** Resolves when nothing waits, or the writer was stopped. */
  async idle(): Promise<void> {
    while (this.pumping) await this.pumping;
  }

  /** The next row of this writer. */
  rowOf(bytes: Uint8Array, claims: ReadonlyMap<number, string>): NewRow {
    this.number += 1;
    const { epoch, writer } = this.deps;
    return { epoch, bytes, writer, number: this.number, claims };
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  private async pump(): Promise<void> {
    try {
      while (this.queue.length > 0 && !this.stopped) await this.storeGroup();
      // However long the last commit took: nothing waits any more, and perhaps nothing comes for hours.
      this.turn('ok');
    } catch (error) {
      this.deps.onBroken(error);
    } finally {
      this.pumping = undefined;
    }
  }

  private async storeGroup(): Promise<void> {
    const group = this.nextGroup();
    const row = this.rowOf(
      merge(group.map(({ update }) => update)),
      new Map(group.flatMap(({ claims }) => [...claims])),
    );
    const stored = await this.untilDone(async () => {
      const seq = await this.append(row);
      if (!this.stopped) await this.deps.onRow(seq, row.bytes, group);
    });
    if (!stored || this.stopped) return;
    this.queue.splice(0, group.length);
    for (const { update, onStored } of group) {
      this.waitingBytes -= update.byteLength;
      for (const tell of onStored) tell();
    }
    // Whoever comes after this must not see what is not on disk yet.
    if (this.isQuick && this.queue.every(({ isShown }) => !isShown)) this.turn('ok');
  }

  private async append(row: NewRow): Promise<number> {
    const { log, boardId, clock, metrics } = this.deps;
    const begun = clock.now();
    const seq = await log.append(boardId, row);
    metrics.commitSeconds.observe((clock.now() - begun) / 1000);
    return seq;
  }

  private nextGroup(): Waiting[] {
    let bytes = 0;
    const end = this.queue.findIndex(
      ({ update }, at) => (bytes += update.byteLength) > MAX_ROW_BYTES && at > 0,
    );
    return this.queue.slice(0, end < 0 ? undefined : end);
  }

  /** Does `work` again and again until it resolves; false when the writer was stopped before. */
  private async untilDone(work: () => Promise<void>): Promise<boolean> {
    for (let wait = RETRY_MS; !this.stopped; wait = Math.min(2 * wait, LONGEST_RETRY_MS)) {
      const begun = this.deps.clock.now();
      const undoSlow = this.deps.clock.after(SLOW_MS, () => this.beStuck());
      try {
        await work();
        this.isQuick = this.deps.clock.now() - begun < SLOW_MS;
        return true;
      } catch (error) {
        if (error instanceof NoSuchBoard || error instanceof StaleEpoch) throw error;
        this.deps.logger.warn({ err: error, boardId: this.deps.boardId }, 'updates not stored yet');
        this.beStuck();
        await this.pause(wait);
      } finally {
        undoSlow();
      }
    }
    return false;
  }

  private beStuck(): void {
    this.isQuick = false;
    if (this.saving === 'ok') this.turn('degraded');
    else if (!this.stopped) this.deps.onStuckAgain();
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

function merge(updates: readonly Uint8Array[]): Uint8Array {
  const [first, ...rest] = updates;
  return first && rest.length === 0 ? first : Y.mergeUpdates([...updates]);
}
