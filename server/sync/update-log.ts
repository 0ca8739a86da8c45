import { createHash } from 'node:crypto';
import type { BoardId } from '#board/ids.ts';

/**
 * The append-only log of every board's document: what is in it is on disk, and the live document
 * is nothing but its replay. `Tx` is a transaction that a caller shares with rows of its own.
 */
export interface UpdateLog<Tx> {
  /**
   * The rows that make the document, in the order to apply them; with `after`, only those above
   * that seq. Each row was compared with its checksum and no seq is missing.
   * Throws `NoSuchBoard`, and `DamagedLog` for a row that does not fit.
   */
  read(boardId: BoardId, after?: number): Promise<History>;

  /**
   * Adds one row, a Yjs update in format V1, and returns its seq, the next of the board. When the
   * promise resolves the row is on disk; with `tx`, when that commits. A rejected append may still
   * have been stored: appending the same bytes again does no harm.
   * Throws `NoSuchBoard` and `StaleEpoch`; any other error is the database's and may pass.
   */
  append(boardId: BoardId, epoch: number, bytes: Uint8Array, tx?: Tx): Promise<number>;

  /** Takes back the newest row, for bytes that nobody was shown because they could not be applied. */
  withdraw(boardId: BoardId, seq: number): Promise<void>;

  /** Writes the first row of a board that the same transaction made; `bytes` is its template. */
  create(tx: Tx, boardId: BoardId, bytes: Uint8Array): Promise<void>;

  /** Commits what `work` did when it resolves, and undoes it when it throws; rethrows that. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface History {
  readonly epoch: number;
  readonly rows: readonly LogRow[];
}

export interface LogRow {
  readonly seq: number;
  /** A Yjs update, V1. */
  readonly bytes: Uint8Array;
}

/** There is no board with this id. */
export class NoSuchBoard extends Error {
  override readonly name = 'NoSuchBoard';
  constructor(readonly boardId: BoardId) {
    super(`there is no board ${boardId}`);
  }
}

/** The document was rebuilt under a new epoch: what was made on the old one does not fit. */
export class StaleEpoch extends Error {
  override readonly name = 'StaleEpoch';
  constructor(
    readonly boardId: BoardId,
    readonly epoch: number,
  ) {
    super(`board ${boardId} is no longer at epoch ${epoch}`);
  }
}

/** A row of the log is missing, changed on disk, or cannot be applied; the board does not open. */
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

/** sha256 of a row's bytes, kept beside them. */
export function checksumOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

export interface StoredRow extends LogRow {
  readonly checksum: Uint8Array;
}

/** The rows, once each fits its checksum and follows the one before; `after` is the seq before them. */
export function verified(boardId: BoardId, after: number, rows: readonly StoredRow[]): LogRow[] {
  let expected = after + 1;
  return rows.map(({ seq, bytes, checksum }) => {
    if (seq !== expected) throw new DamagedLog(boardId, expected, 'the row is missing');
    verifyChecksum(boardId, { seq, bytes, checksum });
    expected += 1;
    return { seq, bytes };
  });
}

export function verifyChecksum(boardId: BoardId, { seq, bytes, checksum }: StoredRow): void {
  if (Buffer.compare(checksumOf(bytes), checksum) !== 0) {
    throw new DamagedLog(boardId, seq, 'the bytes do not fit their checksum');
  }
}
