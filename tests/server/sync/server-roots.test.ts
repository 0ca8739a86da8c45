import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRight } from '#server/sync/server-roots.ts';

function boardWith(state?: Uint8Array): BoardDocument {
  const board = boardDocument(new Y.Doc());
  if (state) Y.applyUpdate(board.doc, state);
  return board;
}

const trespasses: [string, (client: BoardDocument) => void][] = [
  ['a changed key', ({ facts }) => facts.set('task:1', { state: 'done' })],
  ['a deleted key', ({ facts }) => facts.delete('task:1')],
  ['a new key', ({ facts }) => facts.set('task:9', { state: 'done' })],
  ['a new nested type', ({ meta }) => meta.set('format', new Y.Map([['a', 1]]))],
  ['several at once', ({ facts, meta }) => void (facts.clear(), meta.set('epoch', 7))],
];

test.each(trespasses)(
  '[SYNC-8] one update carries the client’s work and puts right: %s',
  (_, edit) => {
    const server = boardWith();
    server.facts.set('task:1', { state: 'agreed' });
    server.meta.set('format', 1);
    const before = Y.encodeStateAsUpdate(server.doc);
    const client = boardWith(before);
    client.doc.transact(() => {
      edit(client);
      client.votes.set('honest', 1);
    });
    const update = Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(server.doc));

    const combined = putRight(server.doc, update);
    expect(Y.encodeStateAsUpdate(server.doc)).toEqual(before);

    // Everybody ends alike: the server, the trespasser, and somebody who only hears of it.
    const bystander = boardWith(before);
    for (const board of [server, client, bystander]) {
      Y.applyUpdate(board.doc, combined);
      expect(board.facts.toJSON()).toEqual({ 'task:1': { state: 'agreed' } });
      expect(board.meta.toJSON()).toEqual({ format: 1 });
      expect(board.votes.get('honest')).toBe(1);
      expect(board.doc.store.pendingStructs).toBeNull();
    }
    expect(Y.encodeStateAsUpdate(client.doc)).toEqual(Y.encodeStateAsUpdate(server.doc));
    expect(Y.encodeStateAsUpdate(bystander.doc)).toEqual(Y.encodeStateAsUpdate(server.doc));
  },
);
