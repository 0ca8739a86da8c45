import type { BoardId } from '#board/ids.ts';
import type { Clock } from './clock.ts';
import type { NewRow } from './update-log.ts';
import { NoSuchBoard, StaleEpoch } from './update-log.ts';

/** Rows and bytes of one statement at most; a single row may be longer. */
const MAX_ROWS = 200;
const MAX_BYTES = 4 << 20;
/**
 * Milliseconds after which a statement is given up on: longer than any transaction may hold a board,
 * and short enough that a connection that died in silence does not keep all boards waiting.
 */
const ANSWER_MS = 12_000;

export interface BoardRow extends NewRow {
  readonly boardId: BoardId;
}

/** What became of one row. */
export type Written =
  | { readonly is: 'stored'; readonly seq: number }
  /** Somebody else's transaction holds the board's log. */
  | { readonly is: 'held' }
  | { readonly is: 'no-board' }
  | { readonly is: 'stale' };

export interface CommitQueueDeps {
  /**
   * Writes rows of different boards in one statement, all or (when it throws) none; answers in
   * their order. What is held is waited for, or left unwritten.
   */
  readonly write: (rows: readonly BoardRow[], held: 'wait' | 'skip') => Promise<readonly Written[]>;
  /** True for an error that comes from a row, not from the database: the others may go without it. */
  readonly blamesRow: (error: unknown) => boolean;
  readonly clock: Clock;
}

interface Entry {
  readonly row: BoardRow;
  readonly resolve: (seq: number) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Group commit across boards: what arrives while a statement is on its way goes together in the
 * next, at most one row a board, and what arrives at rest goes at once. [SYNC-30]
 */
export class CommitQueue {
  private readonly fresh = new Lane();
  /** Rows whose board was held: they wait on a connection of their own, and keep up nobody else. */
  private readonly patient = new Lane();
  /** Boards with a row on its way: their next one comes after it. */
  private readonly busy = new Set<BoardId>();

  constructor(private readonly deps: CommitQueueDeps) {}

  /** Resolves with the row's seq when it is on disk. */
  append(row: BoardRow): Promise<number> {
    return new Promise((resolve, reject) => {
      this.fresh.waiting.push({ row, resolve, reject });
      this.pump(this.fresh, 'skip');
    });
  }

  private pump(lane: Lane, held: 'wait' | 'skip'): void {
    if (lane.writing) return;
    const batch = lane.take(held === 'skip' ? this.busy : new Set());
    if (batch.length === 0) return;
    for (const { row } of batch) this.busy.add(row.boardId);
    lane.writing = true;
    void this.commit(batch, held).then(() => {
      lane.writing = false;
      this.pump(this.fresh, 'skip');
      this.pump(this.patient, 'wait');
    });
  }

  private async commit(
    batch: readonly Entry[],
    held: 'wait' | 'skip',
    again = false,
  ): Promise<void> {
    try {
      const written = await this.write(batch, held);
      batch.forEach((entry, at) => this.settle(entry, written[at]));
    } catch (error) {
      const last = batch.length === 1 && again;
      if (last || !this.deps.blamesRow(error)) return this.fail(batch, error);
      for (const part of halvesOf(batch)) await this.commit(part, held, part.length === 1);
    }
  }

  private write(batch: readonly Entry[], held: 'wait' | 'skip'): Promise<readonly Written[]> {
    const rows = batch.map(({ row }) => row);
    return new Promise((resolve, reject) => {
      const giveUp = (): void =>
        reject(new Error(`no answer from the database in ${ANSWER_MS} ms`));
      const undo = this.deps.clock.after(ANSWER_MS, giveUp);
      void this.deps.write(rows, held).then(resolve, reject).finally(undo);
    });
  }

  private settle(entry: Entry, written: Written | undefined): void {
    if (written?.is === 'held') {
      this.patient.waiting.push(entry);
      return;
    }
    const { boardId, epoch } = entry.row;
    this.busy.delete(boardId);
    if (written?.is === 'stored') entry.resolve(written.seq);
    else if (written?.is === 'stale') entry.reject(new StaleEpoch(boardId, epoch));
    else entry.reject(new NoSuchBoard(boardId));
  }

  private fail(batch: readonly Entry[], error: unknown): void {
    for (const { row, reject } of batch) {
      this.busy.delete(row.boardId);
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** Rows that wait for one statement at a time. */
class Lane {
  waiting: Entry[] = [];
  writing = false;

  /** The oldest rows that fit into one statement, none of them of a busy board or of the same one. */
  take(busy: ReadonlySet<BoardId>): Entry[] {
    const batch: Entry[] = [];
    const boards = new Set(busy);
    let bytes = 0;
    const takes = ({ row }: Entry): boolean => {
      if (boards.has(row.boardId)) return false;
      // Later rows of a board must not overtake the one that did not fit.
      boards.add(row.boardId);
      const fits = batch.length < MAX_ROWS && bytes + row.bytes.byteLength <= MAX_BYTES;
      return fits || batch.length === 0;
    };
    this.waiting = this.waiting.filter((entry) => {
      if (!takes(entry)) return true;
      bytes += entry.row.bytes.byteLength;
      batch.push(entry);
      return false;
    });
    return batch;
  }
}

function halvesOf<T>(list: readonly T[]): (readonly T[])[] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)].filter((half) => half.length > 0);
}
