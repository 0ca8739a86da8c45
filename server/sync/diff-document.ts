import * as Y from 'yjs';
import type { Encoded } from './fold-document.ts';

export interface DiffJob extends Encoded {
  /** A Yjs state vector. */
  readonly vector: Uint8Array;
}

/**
 * Everything that state and rows hold beyond the state vector, and all deletions, as one update, V1.
 * Each part is cut down before they are joined: no document is made, which takes three times as
 * long. Throws on bytes that cannot be read.
 */
export function diffDocument({ state, rows, vector }: DiffJob): Uint8Array {
  const parts = state ? [state, ...rows] : rows;
  return Y.mergeUpdates(parts.map((part) => Y.diffUpdate(part, vector)));
}
