import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRight } from '#board/put-right.ts';
import { Homes } from './homes.ts';
import { PartOfTransaction } from './part-of-transaction.ts';

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
    // Not before: Yjs takes another id when it meets what was written under its own earlier.
    doc.clientID = clientId;
    doc.on('update', (update: Uint8Array) => (this.made = update));
  }

  get doc(): Y.Doc {
    return this.board.doc;
  }

  /**
   * Takes several updates as one transaction, which costs as much as taking one; returns everything
   * that changed, undefined when nothing did. What `work` throws, and what does not apply whole,
   * spoils the draft.
   */
  together(work: () => void): Uint8Array | undefined {
    const bytes = this.recording(work);
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs ?? pendingDs) throw new Error('the update has gaps after all');
    return bytes;
  }

  /**
   * Applies what passed the gate and puts it right, within `together`.
   *
   * @param fresh the Yjs client ids of which the update brings something new
   * @returns how many entries were put right
   */
  take(update: Uint8Array, personId: string, fresh: ReadonlySet<number>): number {
    return this.doc.transact((transaction) => {
      const part = new PartOfTransaction(transaction, fresh);
      Y.applyUpdate(this.doc, update);
      part.forgetPlaces();
      // From here on it is us who write; else Yjs takes us for a second client with our id.
      transaction.local = true;
      const corrections = putRight(this.board, part, personId);
      part.end();
      return corrections;
    });
  }

  /** Makes a change of the server's own; undefined when it changed nothing. */
  change(apply: (board: BoardDocument) => void): Uint8Array | undefined {
    return this.recording(() => apply(this.board));
  }

  /** Applies what is stored already. */
  follow(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
  }

  private recording(work: () => void): Uint8Array | undefined {
    this.made = undefined;
    this.doc.transact(work);
    return this.made;
  }
}
