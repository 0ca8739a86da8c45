import type { BoardId } from '#board/ids.ts';
import type { Clock } from './clock.ts';
import type { Folded } from './fold-document.ts';
import type { HeavyWork } from './heavy-work.ts';
import type { SyncLogger } from './logger.ts';
import type { SyncMetrics } from './metrics.ts';
import type { StoredDocument } from './stored-document.ts';
import type { UpdateLog } from './update-log.ts';
import { DamagedLog, StaleEpoch } from './update-log.ts';

export interface CompactionDeps<Tx> {
  readonly boardId: BoardId;
  readonly log: Pick<UpdateLog<Tx>, 'keepState' | 'rebuild'>;
  readonly heavy: HeavyWork;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly metrics: SyncMetrics;
  readonly newClientId: () => number;
}

/** A tail of this many bytes or rows is folded, or of half the state where that is more. */
const TAIL_BYTES = 256 << 10;
const TAIL_ROWS = 1_000;
// After folding it rests for ten times as long as that took, unless the tail gets longer still: while
// much is drawn the worker would do nothing else.
const REST = 10;
const TIMES_WITHOUT_REST = 4;
/** Milliseconds until it is tried again after the database did not take it. */
const AWAY_MS = 5_000;
/** When everybody has left less is enough: the next opening is the quicker for it. */
const LEFT_ROWS = 50;
/** A document is rebuilt when it is this large, and so many times what its content needs. */
const LARGE_BYTES = 1 << 20;
const TIMES_ITS_CONTENT = 4;

/** Puts one state in the place of the rows before it, away from the main thread. [SYNC-37] */
export class Compaction<Tx> {
  private running: Promise<void> | undefined;
  /** Bytes below which it is not tried again, after it failed. */
  private notBelow = 0;
  private notBefore = -Infinity;
  private stopped = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly deps: CompactionDeps<Tx>,
    private readonly document: StoredDocument,
  ) {}

  /** What is under way comes to nothing, and nobody is told. */
  stop(): void {
    this.stopped = true;
    this.wake();
  }

  /** Folds when that is worth it; never rejects. */
  whenDue(): Promise<void> {
    const { bytes, tail, rows } = this.document.size;
    const times = this.deps.clock.now() < this.notBefore ? TIMES_WITHOUT_REST : 1;
    const tooLong = times * Math.max(TAIL_BYTES, (bytes - tail) / 2);
    const isDue = rows >= times * TAIL_ROWS || tail > tooLong;
    return isDue && bytes >= this.notBelow ? this.run() : Promise.resolve();
  }

  /** The same when everybody has left. */
  whenLeft(): Promise<void> {
    return this.document.size.rows >= LEFT_ROWS ? this.run() : this.whenDue();
  }

  /**
   * Begins a new epoch without the past when the past outgrows the content; true when it did, and
   * this room is over. Only while nobody is here: who holds the old document has to start afresh.
   */
  async rebuild(): Promise<boolean> {
    const { bytes } = this.document.size;
    if (bytes < Math.max(LARGE_BYTES, this.notBelow)) return false;
    const { boardId, log, heavy, logger, newClientId } = this.deps;
    const { position, updates } = this.document;
    try {
      const fresh = await heavy.rebuild({
        updates,
        epoch: position.epoch + 1,
        clientId: newClientId(),
      });
      if (bytes < TIMES_ITS_CONTENT * fresh.byteLength) return this.notAgain();
      await log.rebuild(boardId, position, fresh);
      logger.info({ boardId, bytes, now: fresh.byteLength }, 'a document was rebuilt');
      return true;
    } catch (error) {
      // Somebody else was quicker, or wrote meanwhile.
      if (error instanceof StaleEpoch) return false;
      return this.failed(error, 'a document could not be rebuilt');
    }
  }

  private run(): Promise<void> {
    this.running ??= this.fold().finally(() => (this.running = undefined));
    return this.running;
  }

  private async fold(): Promise<void> {
    const { clock } = this.deps;
    const last = this.document.parts.rows.at(-1);
    if (!last) return;
    const begun = clock.now();
    const folded = await this.foldElsewhere();
    const kept = folded !== undefined && (await this.keep(last.seq, folded));
    const took = clock.now() - begun;
    const rest = kept ? REST * took : Math.max(REST * took, AWAY_MS);
    this.notBefore = clock.now() + rest;
    if (this.stopped) return;
    // What came meanwhile may be enough, and nothing more may come.
    this.wake = clock.after(rest, () => void this.whenDue());
  }

  private async foldElsewhere(): Promise<Folded | undefined> {
    const { state, rows } = this.document.parts;
    try {
      return await this.deps.heavy.fold({
        state: state.bytes,
        rows: rows.map(({ bytes }) => bytes),
      });
    } catch (error) {
      this.failed(error, 'the log of a board could not be folded');
      return undefined;
    }
  }

  private async keep(seq: number, { state: bytes, deletes }: Folded): Promise<boolean> {
    const { boardId, log, logger, metrics } = this.deps;
    const { epoch } = this.document.position;
    try {
      await log.keepState(boardId, { epoch, seq, bytes });
      this.document.fold({ seq, bytes }, deletes);
      metrics.compactions += 1;
      return true;
    } catch (error) {
      if (error instanceof DamagedLog) return this.failed(error, 'a state could not be kept');
      // The database is away or the board was rebuilt elsewhere; the rows are there all the same.
      if (!this.stopped) logger.warn({ err: error, boardId }, 'a state could not be kept yet');
      return false;
    }
  }

  private failed(error: unknown, message: string): false {
    const { logger, boardId } = this.deps;
    if (!this.stopped) logger.error({ err: error, boardId }, message);
    return this.notAgain();
  }

  private notAgain(): false {
    this.notBelow = 2 * this.document.size.bytes;
    return false;
  }
}
