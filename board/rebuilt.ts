import * as Y from 'yjs';
import { boardDocument, clientRoots, serverRoots } from './document.ts';
import type { BoardDocument } from './document.ts';

/**
 * The same content in a document without a past: what was deleted or overwritten leaves no trace any
 * more. It is another document, of another epoch; the two must never be mixed. [SYNC-38]
 *
 * @param clientId a Yjs client id that the old document does not know
 */
export function rebuilt(board: BoardDocument, epoch: number, clientId: number): BoardDocument {
  const doc = new Y.Doc({ gc: true });
  doc.clientID = clientId;
  const fresh = boardDocument(doc);
  doc.transact(() => {
    for (const root of [...serverRoots, ...clientRoots]) copyAll(board[root], fresh[root]);
    fresh.meta.set('epoch', epoch);
  });
  return fresh;
}

function copyAll(from: unknown, to: unknown): void {
  for (const [key, value] of (from as Y.Map<unknown>).entries()) {
    (to as Y.Map<unknown>).set(key, value instanceof Y.AbstractType ? value.clone() : value);
  }
}
