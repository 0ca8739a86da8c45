import type { BoardId } from '#board/ids.ts';
import type { DamagedLog, NewRow, UpdateLog } from '#server/sync/update-log.ts';

/** A log and what a test does behind its back. */
export interface LogUnderTest<Tx> {
  readonly log: UpdateLog<Tx>;
  /** Another server on the same database. */
  readonly other: UpdateLog<Tx>;
  /** A third one, which stores what it is given and never hears the answer. */
  readonly deaf: UpdateLog<Tx>;
  /** What `log` reported and worked round so far. */
  readonly damages: readonly DamagedLog[];
  /** Makes a board that has no rows yet, within the transaction. */
  addBoard(tx: Tx, boardId: BoardId): Promise<void>;
  /** Changes the bytes of a stored row. */
  spoilRow(boardId: BoardId, seq: number, spoil: Spoil): Promise<void>;
  /** Changes the bytes of a kept state. */
  spoilState(boardId: BoardId, seq: number, spoil: Spoil): Promise<void>;
  /** Loses a stored row. */
  lose(boardId: BoardId, seq: number): Promise<void>;
  /** The seqs of the rows that are stored, whatever they hold. */
  rowsOf(boardId: BoardId): Promise<number[]>;
  /** The seqs of the states that are stored. */
  statesOf(boardId: BoardId): Promise<number[]>;
  close(): Promise<void>;
}

export type Spoil = (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;

/** As a disk does that lost power while it wrote. */
export const torn: Spoil = (bytes) => bytes.slice(0, bytes.length >> 1);

export const bitFlipped: Spoil = (bytes) => {
  const spoiled = Uint8Array.from(bytes);
  spoiled[spoiled.length >> 1] = (spoiled[spoiled.length >> 1] ?? 0) ^ 1;
  return spoiled;
};

let count = 0;

/** A row that its writer sends for the first time. */
export function newRow(bytes: Uint8Array, wish: Partial<NewRow> = {}): NewRow {
  count += 1;
  return { epoch: 1, bytes, writer: 'a-room', number: count, claims: new Map(), ...wish };
}

export function bytesOf(...bytes: number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
