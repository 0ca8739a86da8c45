import type { BoardId } from '#board/ids.ts';
import type { History, StoredRow, UpdateLog } from '#server/sync/update-log.ts';
import { checksumOf, NoSuchBoard, StaleEpoch, verified } from '#server/sync/update-log.ts';

/** Rows that a transaction has written and not yet committed, each as the work to do then. */
export interface MemoryTx {
  readonly atCommit: (() => void)[];
  /** Rows added in this transaction so far, by board. */
  readonly added: Map<BoardId, number>;
}

interface Board {
  epoch: number;
  rows: StoredRow[];
}

/** The log in memory, whose disk a test may slow down and break. */
export class MemoryUpdateLog implements UpdateLog<MemoryTx> {
  readonly boards = new Map<BoardId, Board>();
  /** Awaited before each append or commit reaches the disk; a test may delay or throw here. */
  beforeCommit: () => Promise<void> = () => Promise.resolve();
  /** Awaited after each append or commit reached the disk: throwing here leaves its author in doubt. */
  afterCommit: () => Promise<void> = () => Promise.resolve();
  /** Awaited before each read. */
  beforeRead: () => Promise<void> = () => Promise.resolve();
  reads = 0;

  async read(boardId: BoardId, after = 0): Promise<History> {
    this.reads += 1;
    await this.beforeRead();
    const { epoch, rows } = this.board(boardId);
    const later = rows.filter((row) => row.seq > after);
    return { epoch, rows: verified(boardId, after, later) };
  }

  async append(boardId: BoardId, epoch: number, bytes: Uint8Array, tx?: MemoryTx): Promise<number> {
    if (!tx) {
      await this.beforeCommit();
      const seq = this.add(boardId, epoch, bytes);
      await this.afterCommit();
      return seq;
    }
    this.mustFit(boardId, epoch);
    const before = tx.added.get(boardId) ?? 0;
    tx.added.set(boardId, before + 1);
    tx.atCommit.push(() => this.add(boardId, epoch, bytes));
    return this.board(boardId).rows.length + before + 1;
  }

  withdraw(boardId: BoardId, seq: number): Promise<void> {
    const board = this.board(boardId);
    board.rows = board.rows.filter((row) => row.seq !== seq);
    return Promise.resolve();
  }

  create(tx: MemoryTx, boardId: BoardId, bytes: Uint8Array): Promise<void> {
    tx.atCommit.push(() => this.addBoard(boardId, bytes));
    return Promise.resolve();
  }

  async transaction<T>(work: (tx: MemoryTx) => Promise<T>): Promise<T> {
    const tx: MemoryTx = { atCommit: [], added: new Map() };
    const result = await work(tx);
    await this.beforeCommit();
    for (const commit of tx.atCommit) commit();
    await this.afterCommit();
    return result;
  }

  /** A board with its first row, outside any transaction. */
  addBoard(boardId: BoardId, bytes: Uint8Array): void {
    this.boards.set(boardId, { epoch: 1, rows: [] });
    this.add(boardId, 1, bytes);
  }

  private add(boardId: BoardId, epoch: number, bytes: Uint8Array): number {
    const { rows } = this.mustFit(boardId, epoch);
    const seq = rows.length + 1;
    rows.push({ seq, bytes: bytes.slice(), checksum: checksumOf(bytes) });
    return seq;
  }

  private mustFit(boardId: BoardId, epoch: number): Board {
    const board = this.board(boardId);
    if (board.epoch !== epoch) throw new StaleEpoch(boardId, epoch);
    return board;
  }

  private board(boardId: BoardId): Board {
    const board = this.boards.get(boardId);
    if (!board) throw new NoSuchBoard(boardId);
    return board;
  }
}
