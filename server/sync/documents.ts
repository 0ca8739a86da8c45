import type { FirstLook } from '#board/first-look.ts';
import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';

/**
 * What the rest of the server may do with the live documents. `Tx` is the database transaction that
 * the log was opened with; the sync engine only hands it through.
 */
export interface BoardDocuments<Tx> {
  /** Reads the document as it is on disk: everything applied before the call was committed. */
  read<T>(boardId: BoardId, look: (board: BoardDocument, at: Position) => T): Promise<T>;

  /** How it looks first, which may be some seconds old; rejects when that cannot be worked out. */
  firstLook(boardId: BoardId): Promise<FirstLook>;

  /**
   * Changes the document as one more peer, together with rows of the database, in one transaction.
   * `work` may look at the document and write through `tx`; what it throws is rethrown and nothing
   * has changed. The change it returns is applied, logged in the same transaction, then broadcast.
   */
  change<T>(
    boardId: BoardId,
    work: (board: BoardDocument, tx: Tx, at: Position) => Promise<Changed<T>>,
  ): Promise<T>;

  /** Whoever shows presence on the board now, on whatever node, each person once. */
  peopleOn(boardId: BoardId): Promise<readonly PersonOn[]>;

  /**
   * Where the document stands with everything applied before the call, its facts up to date; makes no
   * document for it. Rejects with `NotSaving` while the database fails.
   */
  standing(boardId: BoardId): Promise<Position>;

  /** Brings the mirrored facts of a board up to date if anybody has it open; else its next opening does. */
  refresh(boardId: BoardId): Promise<void>;

  /** Asks again whether the connections of a board, or of a person, may stay; closes those that may not. */
  recheck(which: { boardId?: BoardId; personId?: string }): Promise<void>;
}

export interface PersonOn {
  readonly id: string;
  readonly name: string;
}

/** Where in its log a document stands. */
export interface Position {
  readonly epoch: number;
  readonly seq: number;
}

export interface Changed<T> {
  readonly result: T;
  readonly apply?: (board: BoardDocument) => void;
}
