import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRight } from '#board/put-right.ts';
import { Homes } from './homes.ts';

/** What became of an update that was applied. */
export interface Applied {
  /** What it changed, together with what was put right about it; undefined when that is nothing. */
  readonly bytes: Uint8Array | undefined;
  /** Entries that were put right. */
  readonly corrections: number;
}

/**
 * A live document of one board, a step ahead of the log: it is where updates are tried and put right
 * before they are stored. Nobody else sees it, so that it may be thrown away at any moment and made
 * again from the bytes that are stored.
 */
export class Draft {
  readonly board: BoardDocument;
  readonly homes: Homes;
  private made: Uint8Array | undefined;

  /** @param clientId the Yjs client id for changes of the server's own */
  constructor(updates: readonly Uint8Array[], clientId: number) {
    const doc = new Y.Doc({ gc: true });
    this.board = boardDocument(doc);
    this.homes = new Homes(doc);
    for (const update of updates) Y.applyUpdate(doc, update);
    // Set last: when Yjs meets its own id in somebody else's update, it takes another one.
    doc.clientID = clientId;
    doc.on('update', (update: Uint8Array) => (this.made = update));
  }

  get doc(): Y.Doc {
    return this.board.doc;
  }

  /** Applies what passed the gate. Throws when it does not apply whole; the draft is spoilt then. */
  take(update: Uint8Array, personId: string): Applied {
    let corrections = 0;
    const bytes = this.recording((transaction) => {
      Y.applyUpdate(this.doc, update);
      // From here on it is us who write; else Yjs takes us for a second client with our id.
      transaction.local = true;
      corrections = putRight(this.board, transaction, personId);
    });
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs ?? pendingDs) throw new Error('the update has gaps after all');
    return { bytes, corrections };
  }

  /** Makes a change of the server's own; undefined when it changed nothing. */
  change(apply: (board: BoardDocument) => void): Uint8Array | undefined {
    return this.recording(() => apply(this.board));
  }

  /** Applies what is stored already. */
  follow(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
  }

  private recording(work: (transaction: Y.Transaction) => void): Uint8Array | undefined {
    this.made = undefined;
    this.doc.transact(work);
    return this.made;
  }
}
