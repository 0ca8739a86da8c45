import type { BoardId } from '#board/ids.ts';
import type { Position } from '#server/sync/documents.ts';
import { readHistory } from '#server/sync/read-history.ts';
import type { DamagedLog, History, NewRow, NewState, UpdateLog } from '#server/sync/update-log.ts';
import { NoSuchBoard, templateRow } from '#server/sync/update-log.ts';
import { MemoryBoard } from './memory-board.ts';

/** What a transaction has written and not yet committed, and the boards that it holds. */
export interface MemoryTx {
  readonly atCommit: (() => void)[];
  /** Rows added in this transaction so far, by board. */
  readonly added: Map<BoardId, NewRow[]>;
  /** Ways to let go of the boards. */
  readonly held: Map<BoardId, () => void>;
}

/**
 * The log in memory, whose disk a test may slow down and break. Two of them on the same boards are
 * two servers on one database.
 */
export class MemoryUpdateLog implements UpdateLog<MemoryTx> {
  /** Awaited before each append, commit or other change reaches the disk; a test may delay or throw here. */
  beforeCommit: () => Promise<void> = () => Promise.resolve();
  /** Awaited after it reached the disk: throwing here leaves its author in doubt. */
  afterCommit: () => Promise<void> = () => Promise.resolve();
  /** Awaited before each read. */
  beforeRead: () => Promise<void> = () => Promise.resolve();
  onDamage: (damage: DamagedLog) => void = () => {};
  reads = 0;

  constructor(readonly boards = new Map<BoardId, MemoryBoard>()) {}

  async read(boardId: BoardId, after = 0): Promise<History> {
    this.reads += 1;
    await this.beforeRead();
    const { boards, onDamage } = this;
    const look: Parameters<typeof readHistory>[0]['look'] = (id, wanted) =>
      Promise.resolve(boards.get(id)?.look(wanted));
    return readHistory({ look, onDamage }, boardId, after);
  }

  async append(boardId: BoardId, row: NewRow, tx?: MemoryTx): Promise<number> {
    if (!tx) return this.write(boardId, (board) => board.add(row));
    const { seq: newest } = await this.hold(boardId, tx);
    const board = this.board(boardId);
    const added = tx.added.get(boardId) ?? [];
    const before = added.findIndex(
      ({ writer, number }) => writer === row.writer && number === row.number,
    );
    const known = board.find(row)?.seq ?? (before < 0 ? undefined : newest + before + 1);
    if (known !== undefined) return known;
    board.mustBeAt(row.epoch);
    tx.added.set(boardId, [...added, row]);
    tx.atCommit.push(() => board.add(row));
    return newest + added.length + 1;
  }

  create(tx: MemoryTx, boardId: BoardId, bytes: Uint8Array): Promise<void> {
    tx.atCommit.push(() => this.addBoard(boardId, bytes));
    return Promise.resolve();
  }

  async transaction<T>(work: (tx: MemoryTx) => Promise<T>): Promise<T> {
    const tx: MemoryTx = { atCommit: [], added: new Map(), held: new Map() };
    try {
      const result = await work(tx);
      await this.beforeCommit();
      for (const commit of tx.atCommit) commit();
      await this.afterCommit();
      return result;
    } finally {
      for (const letGo of tx.held.values()) letGo();
    }
  }

  async hold(boardId: BoardId, tx: MemoryTx): Promise<Position> {
    const board = this.board(boardId);
    if (!tx.held.has(boardId)) tx.held.set(boardId, await board.lock());
    return board.position;
  }

  heads(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, Position>> {
    const heads = boardIds.flatMap((boardId): [BoardId, Position][] => {
      const board = this.boards.get(boardId);
      return board ? [[boardId, board.position]] : [];
    });
    return Promise.resolve(new Map(heads));
  }

  keepState(boardId: BoardId, state: NewState): Promise<void> {
    return this.write(boardId, (board) => board.keep(state));
  }

  async prune(boardId: BoardId, before: Date): Promise<number> {
    if (!this.boards.has(boardId)) return 0;
    return this.write(boardId, (board) => board.prune(before));
  }

  rebuild(boardId: BoardId, at: Position, bytes: Uint8Array): Promise<Position> {
    return this.write(boardId, (board) => board.rebuild(at, bytes));
  }

  /** A board with its first row, outside any transaction. */
  addBoard(boardId: BoardId, bytes: Uint8Array): void {
    const board = new MemoryBoard(boardId);
    this.boards.set(boardId, board);
    board.add(templateRow(bytes));
  }

  private async write<T>(boardId: BoardId, change: (board: MemoryBoard) => T): Promise<T> {
    await this.beforeCommit();
    const board = this.board(boardId);
    const unlock = await board.lock();
    let result: T;
    try {
      result = change(board);
    } finally {
      unlock();
    }
    await this.afterCommit();
    return result;
  }

  private board(boardId: BoardId): MemoryBoard {
    const board = this.boards.get(boardId);
    if (!board) throw new NoSuchBoard(boardId);
    return board;
  }
}
