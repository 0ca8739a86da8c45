import * as Y from 'yjs';

/** The whole state as update bytes, by way of a copy: how far neighbouring items have been joined differs. */
export function stateBytes(doc: Y.Doc): Buffer {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const bytes = Buffer.from(Y.encodeStateAsUpdate(copy));
  copy.destroy();
  return bytes;
}
