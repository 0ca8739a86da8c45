import * as Y from 'yjs';
import type { Change } from '#board/put-right.ts';

/** What one update changes, while the transaction that it is part of goes on. */
export class PartOfTransaction implements Change {
  readonly changed: Y.Transaction['changed'] = new Map();
  readonly deleteSet: Y.Transaction['deleteSet'];
  private readonly before: ReadonlyMap<number, number>;
  private readonly earlier: Y.Transaction['deleteSet'];

  /** @param fresh the Yjs client ids of which it brings something new */
  constructor(
    private readonly transaction: Y.Transaction,
    fresh: ReadonlySet<number>,
  ) {
    const { doc } = transaction;
    const clients = [...fresh, doc.clientID];
    this.before = new Map(clients.map((client) => [client, Y.getState(doc.store, client)]));
    this.earlier = transaction.deleteSet;
    this.deleteSet = Y.createDeleteSet();
    // Nobody observes a draft, so nobody asks afterwards what the transaction changed.
    transaction.changed = this.changed;
    transaction.deleteSet = this.deleteSet;
  }

  isMade({ client, clock }: Y.ID): boolean {
    return clock >= (this.before.get(client) ?? Infinity);
  }

  /** Yjs remembers where it edited lists last, and forgets that by itself only for other people's transactions. */
  forgetPlaces(): void {
    for (const type of this.changed.keys()) {
      const { _searchMarker: places } = type as { _searchMarker?: unknown[] | null };
      if (places) places.length = 0;
    }
  }

  /** The transaction goes on with everything that was deleted so far. */
  end(): void {
    for (const [client, ranges] of this.deleteSet.clients) {
      const all = this.earlier.clients.get(client);
      if (!all) this.earlier.clients.set(client, ranges);
      else for (const range of ranges) all.push(range);
    }
    this.transaction.deleteSet = this.earlier;
  }
}
