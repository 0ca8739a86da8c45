import type * as Y from 'yjs';
import { boardDocument } from './document.ts';

/**
 * All that a document says, as one text: documents with the same content give the same, in whatever
 * order it came to them. Unlike a state vector it also tells what was deleted.
 */
export function canonicalJson(doc: Y.Doc): string {
  const { doc: _doc, ...roots } = boardDocument(doc);
  const content = Object.entries(roots).map(([name, root]) => [name, root.toJSON()]);
  return sortedJson(Object.fromEntries(content));
}

/** JSON with the keys of every object in order, so that equal values give equal texts. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
