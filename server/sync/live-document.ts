import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import type { Position } from './documents.ts';
import type { History, LogRow } from './update-log.ts';
import { DamagedLog } from './update-log.ts';

/** One board's Y.Doc and the place in the log that it stands at. */
export class LiveDocument {
  readonly board: BoardDocument;
  private seq = 0;

  constructor(
    private readonly boardId: BoardId,
    readonly epoch: number,
  ) {
    this.board = boardDocument(new Y.Doc({ gc: true }));
  }

  /** The document that the log tells; throws `DamagedLog` for a row that cannot be applied. */
  static replay(boardId: BoardId, { epoch, rows }: History): LiveDocument {
    const live = new LiveDocument(boardId, epoch);
    live.applyRows(rows);
    return live;
  }

  get doc(): Y.Doc {
    return this.board.doc;
  }

  get position(): Position {
    return { epoch: this.epoch, seq: this.seq };
  }

  /** Applies an update that is in the log under `seq`. */
  apply(bytes: Uint8Array, seq: number): void {
    Y.applyUpdate(this.doc, bytes);
    this.seq = seq;
  }

  applyRows(rows: readonly LogRow[]): void {
    for (const { seq, bytes } of rows) {
      try {
        this.apply(bytes, seq);
      } catch (cause) {
        throw new DamagedLog(this.boardId, seq, 'the row cannot be applied', { cause });
      }
    }
  }

  /** Makes a change of our own; returns it as an update, or undefined when it changed nothing. */
  change(apply: (board: BoardDocument) => void): Uint8Array | undefined {
    let made: Uint8Array | undefined;
    const keep = (update: Uint8Array): void => {
      made = update;
    };
    this.doc.on('update', keep);
    try {
      this.doc.transact(() => apply(this.board));
    } finally {
      this.doc.off('update', keep);
    }
    return made;
  }

  /** The change that `change` made is in the log now. */
  standsAt(seq: number): void {
    this.seq = seq;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** Everything beyond the state vector; throws on bytes that are none. */
  beyond(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, stateVector);
  }
}
