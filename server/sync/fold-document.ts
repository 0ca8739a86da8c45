import * as Y from 'yjs';
import { canonicalJson } from '#board/canonical-json.ts';

export interface Encoded {
  /** A whole document, V1; absent when the rows tell all. */
  readonly state?: Uint8Array | undefined;
  /** Updates after it, V1, in the order of the log. */
  readonly rows: readonly Uint8Array[];
}

export interface Folded {
  /** The document that state and rows make, V1, without what was deleted. */
  readonly state: Uint8Array;
  /** An update that holds nothing but everything that was ever deleted. */
  readonly deletes: Uint8Array;
  readonly vector: Uint8Array;
}

/**
 * Replays state and rows into one new state. Throws when an update cannot be read or builds on what
 * is not there, and when the new state would not say the same as what it was made of. [SYNC-36]
 */
export function foldDocument(encoded: Encoded): Folded {
  const doc = replay(encoded);
  const vector = Y.encodeStateVector(doc);
  const state = Y.encodeStateAsUpdate(doc);
  mustSayTheSame(replay({ state, rows: [] }), doc);
  return { state, deletes: Y.encodeStateAsUpdate(doc, vector), vector };
}

/** A document without its past; throws when something is missing from it. */
export function replay({ state, rows }: Encoded): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  for (const update of state ? [state, ...rows] : rows) Y.applyUpdate(doc, update);
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new Error('the updates build on something that is not among them');
  }
  return doc;
}

function mustSayTheSame(copy: Y.Doc, doc: Y.Doc): void {
  // State vector and deletions, then what a reader sees.
  if (!Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))) {
    throw new Error('the folded state knows of other changes than its parts');
  }
  if (canonicalJson(copy) !== canonicalJson(doc)) {
    throw new Error('the folded state says something else than its parts');
  }
}
