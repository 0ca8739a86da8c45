import * as Y from 'yjs';
import { boardDocument, serverRoots } from '#board/document.ts';

/**
 * The update and what puts the server's roots back as they were, as one update that can be
 * committed before anybody sees either. Works on a copy of the document, which costs as much as
 * loading the board: call it only for an update that trespasses. [SYNC-8]
 */
export function putRight(doc: Y.Doc, update: Uint8Array): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const board = boardDocument(copy);
  const before = serverRoots.map((root) => board[root].toJSON() as Record<string, unknown>);
  const steps: Uint8Array[] = [];
  copy.on('update', (step: Uint8Array) => steps.push(step));
  Y.applyUpdate(copy, update);
  copy.transact(() => {
    serverRoots.forEach((root, i) => restore(board[root], before[i] ?? {}));
  });
  copy.destroy();
  return Y.mergeUpdates(steps);
}

function restore(root: Y.Map<unknown>, before: Readonly<Record<string, unknown>>): void {
  for (const key of root.keys()) if (!Object.hasOwn(before, key)) root.delete(key);
  for (const [key, value] of Object.entries(before)) {
    if (JSON.stringify(plain(root.get(key))) !== JSON.stringify(value)) root.set(key, value);
  }
}

function plain(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.toJSON() : value;
}
