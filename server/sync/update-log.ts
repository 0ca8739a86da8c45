import type { BoardId } from '#board/ids.ts';
import type { Position } from './documents.ts';

/**
 * The append-only log of every board's document: what is in it is on disk, and the live document
 * is nothing but its replay. `Tx` is a transaction that a caller shares with rows of its own.
 * [SYNC-23]
 */
export interface UpdateLog<Tx> {
  /**
   * What makes the document: the newest intact state, if there is one, and the rows after it. With
   * `after`, only the rows above that seq; if some of those were pruned, the state and the rows
   * after it. Rows were compared with their checksums and no seq is missing. When the newest state
   * does not fit its checksum, goes back to the state before it, or to the rows from the start, as
   * far as they are still there, and reports it by `onDamage`. With `tx`, as that transaction sees it.
   * Throws `NoSuchBoard` and `DamagedLog`.
   */
  read(boardId: BoardId, after?: number, tx?: Tx): Promise<History>;

  /**
   * Adds one row and returns its seq, the next of the board. On disk when it resolves; with `tx`,
   * when that commits. A rejected append may still have been stored: appending the same (writer,
   * number) again stores nothing twice and returns the seq it has.
   * Throws `NoSuchBoard` and `StaleEpoch`; any other error is the database's and may pass.
   */
  append(boardId: BoardId, row: NewRow, tx?: Tx): Promise<number>;

  /** Writes the first row of a board that the same transaction made; `bytes` is its template. */
  create(tx: Tx, boardId: BoardId, bytes: Uint8Array): Promise<void>;

  /** Commits what `work` did when it resolves, and undoes it when it throws; rethrows that. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /**
   * Locks the board's log for the transaction, so that nobody else appends before it commits;
   * returns where it stands. Throws `NoSuchBoard`.
   */
  hold(boardId: BoardId, tx: Tx): Promise<Position>;

  /** Where the logs of these boards stand; boards that do not exist are left out. One query. */
  heads(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, Position>>;

  /**
   * Keeps a whole document that stands for the rows up to its seq: writes it, reads it back and
   * compares before it counts. Throws `NoSuchBoard`, `StaleEpoch`, and `DamagedLog` when what was
   * read back is something else; it then counts for nothing.
   */
  keepState(boardId: BoardId, state: NewState): Promise<void>;

  /**
   * Removes rows that an older kept state than the newest stands for and that were stored before
   * `before`, and states older than the newest two; of those it may keep some for as long as the rows
   * after them. States that do not fit their checksum stand for nothing. Returns how many rows went.
   */
  prune(boardId: BoardId, before: Date): Promise<number>;

  /**
   * Begins the next epoch with `bytes` as its whole document, in its first row. Returns the new
   * position. Throws `NoSuchBoard`, and `StaleEpoch` when the log is no longer at `at`.
   */
  rebuild(boardId: BoardId, at: Position, bytes: Uint8Array): Promise<Position>;
}

export interface NewRow {
  readonly epoch: number;
  /** A Yjs update, V1. */
  readonly bytes: Uint8Array;
  /** Who writes: a uuid per open room, */
  readonly writer: string;
  /** and its own count from 1. */
  readonly number: number;
  /** Yjs client ids that appear for the first time, and the person each belongs to. */
  readonly claims: ReadonlyMap<number, string>;
}

export interface NewState {
  readonly epoch: number;
  readonly seq: number;
  /** A whole document as a Yjs update, V1. */
  readonly bytes: Uint8Array;
}

export interface History {
  readonly epoch: number;
  /** A whole document, which stands for the rows up to its seq. */
  readonly state: LogRow | undefined;
  /** In the order to apply them. */
  readonly rows: readonly LogRow[];
  /** Yjs client id → person, for all of the board. Of two claims to one id the first holds. */
  readonly owners: ReadonlyMap<number, string>;
}

export interface LogRow {
  readonly seq: number;
  /** A Yjs update, V1. */
  readonly bytes: Uint8Array;
}

/** The epoch that a new board begins with. */
export const FIRST_EPOCH = 1;

/** The first row of a new board. */
export function templateRow(bytes: Uint8Array): NewRow {
  return { epoch: FIRST_EPOCH, bytes, writer: 'template', number: 1, claims: new Map() };
}

/** There is no board with this id. */
export class NoSuchBoard extends Error {
  override readonly name = 'NoSuchBoard';
  constructor(readonly boardId: BoardId) {
    super(`there is no board ${boardId}`);
  }
}

/** The document was rebuilt under a new epoch, or moved on: what was made on the old one does not fit. */
export class StaleEpoch extends Error {
  override readonly name = 'StaleEpoch';
  constructor(
    readonly boardId: BoardId,
    readonly epoch: number,
  ) {
    super(`board ${boardId} is no longer at epoch ${epoch}, or not where it was`);
  }
}

/** A row or state of the log is missing, changed on disk, or cannot be applied. */
export class DamagedLog extends Error {
  override readonly name = 'DamagedLog';
  constructor(
    readonly boardId: BoardId,
    readonly seq: number,
    why: string,
    options?: ErrorOptions,
  ) {
    super(`log of board ${boardId}, seq ${seq}: ${why}`, options);
  }
}
