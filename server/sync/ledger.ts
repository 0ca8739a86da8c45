import * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import type { Clock } from './clock.ts';
import type { Changed, Position } from './documents.ts';
import { LiveDocument } from './live-document.ts';
import { LogWriter } from './log-writer.ts';
import type { SyncLogger } from './logger.ts';
import type { SyncMetrics } from './metrics.ts';
import { putRight } from './server-roots.ts';
import type { UpdateLog } from './update-log.ts';

/** What `BoardDocuments.change` is given to do. */
export type Work<T, Tx> = (board: BoardDocument, tx: Tx, at: Position) => Promise<Changed<T>>;

export interface LedgerDeps<Tx> {
  readonly boardId: BoardId;
  readonly log: UpdateLog<Tx>;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly metrics: SyncMetrics;
  /** An update is on disk and in the document: from now on others may see it. */
  readonly onCommitted: (update: Uint8Array) => void;
  /** The database failed, or stores again. */
  readonly onSaving: (saving: 'ok' | 'degraded') => void;
  /** The document is no longer what the log tells, and nobody may look at it again. */
  readonly onBroken: (error: unknown) => void;
}

/** How storing an update ended. */
export type Stored =
  | { readonly is: 'stored' }
  /** The gate let through what the document cannot take; it is as if it had never come. */
  | { readonly is: 'unfit'; readonly error: unknown }
  /** Stopped before it was on disk. */
  | { readonly is: 'stopped' };

/** One board's document and its log, kept equal: first the row, then the document. [SYNC-3] */
export class Ledger<Tx> {
  private readonly writer: LogWriter<Tx>;
  private stopped = false;
  /** Waits for a change of ours that is applied but not yet on disk; undefined when there is none. */
  private untilCommitted: (() => void)[] | undefined;

  private constructor(
    private readonly deps: LedgerDeps<Tx>,
    private live: LiveDocument,
  ) {
    this.writer = new LogWriter(deps);
  }

  /** Reads the log. Throws `NoSuchBoard`, `DamagedLog` and what the database throws. */
  static async open<Tx>(deps: LedgerDeps<Tx>): Promise<Ledger<Tx>> {
    const history = await deps.log.read(deps.boardId);
    return new Ledger(deps, LiveDocument.replay(deps.boardId, history));
  }

  get epoch(): number {
    return this.live.epoch;
  }

  get saving(): 'ok' | 'degraded' {
    return this.writer.saving;
  }

  /** The document; to be looked at within `whenCommitted`, or between two changes. */
  get document(): LiveDocument {
    return this.live;
  }

  /** Calls `look` while the document holds only what is on disk: at once, or a little later. */
  whenCommitted(look: () => void): void {
    if (this.untilCommitted) this.untilCommitted.push(look);
    else look();
  }

  /**
   * Stores updates that passed the gate, as one row. Goes on trying while the database fails.
   * Throws `NoSuchBoard` and `StaleEpoch`.
   */
  async store(updates: readonly Uint8Array[], trespasses: boolean): Promise<Stored> {
    let row: Uint8Array;
    try {
      row = this.combine(updates, trespasses);
    } catch (error) {
      return { is: 'unfit', error };
    }
    const seq = await this.writer.append(this.epoch, row);
    if (seq === undefined || this.stopped) return { is: 'stopped' };
    try {
      await this.catchUp(seq);
      this.live.apply(row, seq);
    } catch (error) {
      await this.startOver(seq);
      return { is: 'unfit', error };
    }
    this.commit(row);
    return { is: 'stored' };
  }

  /** See `BoardDocuments.change`. */
  async change<T>(work: Work<T, Tx>): Promise<T> {
    const { result, made, seq } = await this.logChange(work);
    if (this.stopped) return result;
    try {
      if (made) {
        await this.catchUp(seq);
        this.live.standsAt(seq);
        this.commit(made);
      }
      this.release();
    } catch (error) {
      this.deps.onBroken(error);
    }
    return result;
  }

  /** What is not on disk by now will not be told to anybody. */
  stop(): void {
    this.stopped = true;
    this.untilCommitted = undefined;
    this.writer.stop();
  }

  private combine(updates: readonly Uint8Array[], trespasses: boolean): Uint8Array {
    const [first, ...rest] = updates;
    const merged = first && rest.length === 0 ? first : Y.mergeUpdates([...updates]);
    if (!trespasses) return merged;
    this.deps.metrics.corrections += 1;
    return putRight(this.live.doc, merged);
  }

  private async logChange<T>(
    work: Work<T, Tx>,
  ): Promise<{ result: T; made: Uint8Array | undefined; seq: number }> {
    const { log, boardId } = this.deps;
    try {
      return await log.transaction(async (tx) => {
        const { result, apply } = await work(this.live.board, tx, this.live.position);
        if (!apply || this.stopped) return { result, made: undefined, seq: 0 };
        this.untilCommitted = [];
        const made = this.live.change(apply);
        const seq = made ? await log.append(boardId, this.epoch, made, tx) : 0;
        return { result, made, seq };
      });
    } catch (error) {
      // A change that was applied has left the document other than the log tells. [SYNC-19]
      if (this.untilCommitted) this.deps.onBroken(error);
      throw error;
    }
  }

  /** Reads what another writer of the same log stored since our last row. */
  private async catchUp(seq: number): Promise<void> {
    const { seq: known } = this.live.position;
    if (seq === known + 1) return;
    const { rows } = await this.deps.log.read(this.deps.boardId, known);
    const missed = rows.filter((row) => row.seq < seq);
    this.live.applyRows(missed);
    for (const { bytes } of missed) this.deps.onCommitted(bytes);
  }

  /** Takes the row back that could not be applied, and reads the document anew. [SYNC-10] */
  private async startOver(seq: number): Promise<void> {
    const { log, boardId, metrics } = this.deps;
    metrics.rebuilds += 1;
    await log.withdraw(boardId, seq);
    this.live = LiveDocument.replay(boardId, await log.read(boardId));
  }

  private commit(row: Uint8Array): void {
    this.deps.metrics.commits += 1;
    this.deps.metrics.committedBytes += row.byteLength;
    this.deps.onCommitted(row);
  }

  private release(): void {
    const waiting = this.untilCommitted ?? [];
    this.untilCommitted = undefined;
    for (const look of waiting) look();
  }
}
