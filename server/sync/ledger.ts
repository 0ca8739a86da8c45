import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import type { Clock } from './clock.ts';
import type { Changed, Position } from './documents.ts';
import { Compaction } from './compaction.ts';
import { Draft } from './draft.ts';
import { DraftKeeper } from './draft-keeper.ts';
import type { HeavyWork } from './heavy-work.ts';
import type { Judged } from './judged.ts';
import { judgeAll } from './judging.ts';
import type { Trying } from './judging.ts';
import { LogWriter } from './log-writer.ts';
import type { Waiting } from './log-writer.ts';
import type { SyncLogger } from './logger.ts';
import type { SyncMetrics } from './metrics.ts';
import type { MessageJob } from './room-job.ts';
import { StoredDocument } from './stored-document.ts';
import type { UpdateLog } from './update-log.ts';
import { StaleEpoch } from './update-log.ts';

/** What `BoardDocuments.change` is given to do. */
export type Work<T, Tx> = (board: BoardDocument, tx: Tx, at: Position) => Promise<Changed<T>>;

export interface LedgerDeps<Tx> {
  readonly boardId: BoardId;
  readonly log: UpdateLog<Tx>;
  readonly heavy: HeavyWork;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly metrics: SyncMetrics;
  /** A random 32-bit Yjs client id for what the server writes. */
  readonly newClientId: () => number;
  /** A name that no other writer of a log ever has. */
  readonly newWriter: () => string;
  /** From now on others may see it: it is on disk, or the database is away. */
  readonly onShown: (update: Uint8Array) => void;
  /** The log has grown by a row of ours. */
  readonly onGrown: (at: Position) => void;
  /** The database fails, or stores again. */
  readonly onSaving: (saving: 'ok' | 'degraded') => void;
  /** The room cannot go on. */
  readonly onBroken: (error: unknown) => void;
}

/**
 * One board's document and its log. Updates are tried on a draft, stored, and only then part of the
 * document that people get; while the database is away they are shown at once and stored later. [SYNC-3]
 */
export class Ledger<Tx> {
  readonly owners: Map<number, string>;
  private readonly writer: LogWriter<Tx>;
  private readonly drafts: DraftKeeper;
  readonly compaction: Compaction<Tx>;
  private stopped = false;
  private reading: Promise<void> = Promise.resolve();

  private constructor(
    private readonly deps: LedgerDeps<Tx>,
    readonly document: StoredDocument,
    owners: ReadonlyMap<number, string>,
  ) {
    this.owners = new Map(owners);
    this.drafts = new DraftKeeper(deps, () => document.updates);
    this.compaction = new Compaction(deps, document);
    this.writer = new LogWriter({
      ...deps,
      epoch: document.epoch,
      writer: deps.newWriter(),
      onRow: (seq, bytes, holds) => this.takeRow(seq, bytes, holds),
      onSaving: (saving) => this.turn(saving),
      onStuckAgain: () => this.showWaiting(),
    });
  }

  /** Reads the log. Throws `NoSuchBoard`, `DamagedLog` and what the database throws. */
  static async open<Tx>(deps: LedgerDeps<Tx>): Promise<Ledger<Tx>> {
    const history = await deps.log.read(deps.boardId);
    return new Ledger(deps, new StoredDocument(history), history.owners);
  }

  get saving(): 'ok' | 'degraded' {
    return this.writer.saving;
  }

  /** Bytes of updates that are not on disk yet. */
  get waitingBytes(): number {
    return this.writer.waitingBytes;
  }

  /** Takes messages through the gate, one after the other. */
  async judge(messages: readonly MessageJob[]): Promise<Judged> {
    const { heavy, metrics, logger, boardId } = this.deps;
    const trying: Trying = {
      owners: this.owners,
      draft: (rows) => this.drafts.get(rows),
      drop: () => this.drafts.drop(),
      tryElsewhere: (attempt, rows) =>
        heavy.attempt({
          ...attempt,
          personId: attempt.author.personId,
          owners: [...this.owners],
          updates: [...this.document.updates, ...rows],
          clientId: this.drafts.clientId,
        }),
      readOn: () => this.readToEnd(),
      onSpoilt: (error) => {
        metrics.rebuilds += 1;
        logger.error({ err: error, boardId }, 'an update passed the gate and cannot be applied');
      },
    };
    const judged = await judgeAll(trying, messages);
    metrics.corrections += judged.corrections;
    return judged;
  }

  /**
   * Stores what was judged fine. Resolves when it is on disk, or when it has to wait for that and is
   * shown meanwhile; `onStored` is called in either case once it is on disk.
   */
  store({ update, claims }: Judged, onStored: () => void): Promise<void> {
    if (update === undefined) return Promise.resolve(this.afterAll(onStored));
    return new Promise((goOn) => {
      const tell = [onStored, goOn];
      this.writer.push({ update, claims, isShown: false, onShown: goOn, onStored: tell });
      if (this.writer.showsAhead) this.showWaiting();
    });
  }

  /** Looks at the document as it is on disk. */
  read<T>(look: (board: BoardDocument, at: Position) => T): T {
    const { position, parts } = this.document;
    if (this.writer.waiting.length === 0) return look(this.drafts.get().board, position);
    const stored = [parts.state, ...parts.rows].map(({ bytes }) => bytes);
    return look(new Draft(stored, this.drafts.clientId).board, position);
  }

  /** See `BoardDocuments.change`. */
  async change<T>(work: Work<T, Tx>): Promise<T> {
    await this.writer.idle();
    const { result, made } = await this.logChange(work);
    if (!made || this.stopped) return result;
    try {
      await this.takeRow(made.seq, made.bytes, []);
      this.drafts.follow(made.bytes, made.draft);
    } catch (error) {
      this.deps.onBroken(error);
    }
    return result;
  }

  /** Reads what other nodes stored, if the log stands there and we do not. Throws `StaleEpoch`. */
  async readOn({ epoch, seq }: Position): Promise<void> {
    // What was rung before a rebuild that we know of says nothing new.
    if (epoch < this.document.epoch) return;
    if (epoch > this.document.epoch) throw new StaleEpoch(this.deps.boardId, epoch);
    if (!this.stopped) await this.catchUp(seq + 1);
  }

  /** Reads all that others stored; true when that was anything. Throws when the database does not answer. */
  async readToEnd(): Promise<boolean> {
    const { boardId, log } = this.deps;
    const head = (await log.heads([boardId])).get(boardId);
    const { seq } = this.document.position;
    if (head) await this.readOn(head);
    return this.document.position.seq > seq;
  }

  /** Resolves when nothing waits to be stored, or it was stopped. */
  settled(): Promise<void> {
    return this.writer.idle();
  }

  /** What is not on disk by now will not be told to anybody. */
  stop(): void {
    this.stopped = true;
    this.writer.stop();
    this.compaction.stop();
    this.drafts.drop();
  }

  /** Calls back once everything that waits now is on disk. */
  private afterAll(call: () => void): void {
    const last = this.writer.waiting.at(-1);
    if (last) last.onStored.push(call);
    else call();
  }

  private async logChange<T>(
    work: Work<T, Tx>,
  ): Promise<{ result: T; made?: { seq: number; bytes: Uint8Array; draft: Draft } }> {
    const { log, boardId } = this.deps;
    let applied = false;
    try {
      return await log.transaction(async (tx) => {
        const { seq: stands } = await log.hold(boardId, tx);
        await this.catchUp(stands + 1, tx);
        const draft = this.drafts.get();
        const { result, apply } = await work(draft.board, tx, this.document.position);
        if (!apply || this.stopped) return { result };
        applied = true;
        const bytes = draft.change(apply);
        if (!bytes) return { result };
        const seq = await log.append(boardId, this.writer.rowOf(bytes, new Map()), tx);
        return { result, made: { seq, bytes, draft } };
      });
    } catch (error) {
      // What was applied is in no row, or nobody knows whether it is. [SYNC-19]
      if (applied) this.drafts.renew();
      throw error;
    }
  }

  /** A row of ours is on disk: it becomes part of the document, after what others stored before it. */
  private async takeRow(seq: number, bytes: Uint8Array, holds: readonly Waiting[]): Promise<void> {
    await this.catchUp(seq);
    // Reading on may have met it before its writer was told.
    if (seq > this.document.position.seq) {
      this.document.add({ seq, bytes });
      if (holds.length === 0 || holds.some(({ isShown }) => !isShown)) this.deps.onShown(bytes);
    }
    if (this.writer.waiting.every((one) => !one.isShown || holds.includes(one))) {
      this.document.settle();
    }
    this.deps.metrics.commits += 1;
    this.deps.metrics.committedBytes += bytes.byteLength;
    this.deps.onGrown(this.document.position);
    void this.compaction.whenDue();
  }

  /** Reads rows that another writer of the same log stored before `seq`. */
  private catchUp(seq: number, tx?: Tx): Promise<void> {
    const read = this.reading.then(() => this.readBefore(seq, tx));
    this.reading = read.catch(() => {});
    return read;
  }

  private async readBefore(seq: number, tx?: Tx): Promise<void> {
    const { epoch, seq: known } = this.document.position;
    if (seq <= known + 1 || this.stopped) return;
    const { boardId, log, onShown } = this.deps;
    const history = await log.read(boardId, known, tx);
    if (history.epoch !== epoch) throw new StaleEpoch(boardId, epoch);
    for (const [client, person] of history.owners) this.owners.set(client, person);
    for (const row of [...(history.state ? [history.state] : []), ...history.rows]) {
      if (row.seq >= seq) break;
      this.document.add(row);
      this.drafts.follow(row.bytes);
      onShown(row.bytes);
    }
  }

  private turn(saving: 'ok' | 'degraded'): void {
    this.deps.onSaving(saving);
    if (saving === 'degraded') this.showWaiting();
  }

  /** While the database is away people go on, and see each other's work. [SYNC-11] */
  private showWaiting(): void {
    for (const waiting of this.writer.waiting) {
      if (waiting.isShown) continue;
      waiting.isShown = true;
      this.document.show(waiting.update);
      this.deps.onShown(waiting.update);
      waiting.onShown();
    }
  }
}
