import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { createFlat } from '#board/flat-record.ts';
import { putRight } from '#board/put-right.ts';
import { note as noteCard } from './builders.ts';

function boardWith(state?: Uint8Array): BoardDocument {
  const board = boardDocument(new Y.Doc());
  if (state) Y.applyUpdate(board.doc, state);
  return board;
}

/** Applies the update as the server does; returns what everybody gets. */
function take(server: BoardDocument, update: Uint8Array, personId = 'anna'): Uint8Array {
  let made: Uint8Array = new Uint8Array();
  server.doc.once('update', (bytes: Uint8Array) => (made = bytes));
  server.doc.transact((transaction) => {
    Y.applyUpdate(server.doc, update);
    transaction.local = true;
    const { changed, deleteSet, beforeState } = transaction;
    const isMade = ({ client, clock }: Y.ID): boolean => clock >= (beforeState.get(client) ?? 0);
    putRight(server, { changed, deleteSet, isMade }, personId);
  });
  return made;
}

/** Lets a client that has all of the board edit it, and the server take that; returns both. */
function edited(server: BoardDocument, edit: (client: BoardDocument) => void): BoardDocument {
  const client = boardWith(Y.encodeStateAsUpdate(server.doc));
  client.doc.transact(() => edit(client));
  const update = Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(server.doc));
  Y.applyUpdate(client.doc, take(server, update));
  expect(Y.encodeStateAsUpdate(client.doc)).toEqual(Y.encodeStateAsUpdate(server.doc));
  return client;
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

    const combined = take(server, update);
    // Everybody ends alike: the server, the trespasser, and somebody who only hears of it.
    const bystander = boardWith(before);
    for (const board of [server, client, bystander]) {
      if (board !== server) Y.applyUpdate(board.doc, combined);
      expect(board.facts.toJSON()).toEqual({ 'task:1': { state: 'agreed' } });
      expect(board.meta.toJSON()).toEqual({ format: 1 });
      expect(board.votes.get('honest')).toBe(1);
      expect(board.doc.store.pendingStructs).toBeNull();
    }
    expect(Y.encodeStateAsUpdate(client.doc)).toEqual(Y.encodeStateAsUpdate(server.doc));
    expect(Y.encodeStateAsUpdate(bystander.doc)).toEqual(Y.encodeStateAsUpdate(server.doc));
  },
);

describe('records', () => {
  const note = noteCard('1');
  const withNote = (): BoardDocument => {
    const server = boardWith();
    server.records.set(note.id, createFlat(note));
    return server;
  };

  test('[SYNC-28] a record that may not be on a board goes', () => {
    const server = withNote();
    edited(server, ({ records }) => {
      records.set('shape:2', createFlat({ ...noteCard('2'), parentId: 'shape:2' }));
      records.set('shape:3', new Y.Map([['xy', [1, 2] as unknown]]));
      records.set('shape:4', 'no map' as never);
      records.set('shape:5', createFlat(noteCard('5')));
    });
    expect([...server.records.keys()].sort()).toEqual(['shape:1', 'shape:5']);
  });

  test('[SYNC-28] a record that was fine becomes what it was', () => {
    const server = withNote();
    const before = server.records.get(note.id)?.toJSON();
    edited(server, ({ records }) => {
      records.get(note.id)?.set('xy', [1e308, 0]);
      records.get(note.id)?.set('p:nonsense', true);
      records.get(note.id)?.delete('type');
    });
    expect(server.records.get(note.id)?.toJSON()).toEqual(before);
  });

  test('[SYNC-28] a record that was not fine may be mended, and is left alone otherwise', () => {
    const server = boardWith();
    server.records.set('shape:1', new Y.Map([['xy', [1, 2] as unknown]]));
    edited(server, ({ records }) => records.get('shape:1')?.set('xy', [5, 6]));
    expect(server.records.get('shape:1')?.get('xy')).toEqual([5, 6]);
  });

  test('[SYNC-28] moves, words and deletions are left alone', () => {
    const server = withNote();
    edited(server, ({ records }) => {
      records.get(note.id)?.set('xy', [5, 6]);
      (records.get(note.id)?.get('p:text') as Y.Text).insert(0, 'more ');
    });
    expect(server.records.get(note.id)?.get('xy')).toEqual([5, 6]);
    edited(server, ({ records }) => records.delete(note.id));
    expect(server.records.size).toBe(0);
  });
});

describe('votes', () => {
  test.each([
    ['another person’s vote', 'r1|shape:1|bert', 1],
    ['more dots than anybody has', 'r1|shape:1|anna', 1000],
    ['half a dot', 'r1|shape:1|anna', 0.5],
  ])('[SYNC-28] are put right: %s', (_, key, value) => {
    const server = boardWith();
    edited(server, ({ votes }) => votes.set(key, value));
    expect(server.votes.has(key)).toBe(false);
  });

  test('[SYNC-28] one’s own count, also when taken back; a deleted one of another comes back', () => {
    const server = boardWith();
    server.votes.set('r1|shape:1|bert', 2);
    edited(server, ({ votes }) => {
      votes.set('r1|shape:1|anna', 2);
      votes.delete('r1|shape:1|bert');
    });
    expect(server.votes.toJSON()).toEqual({ 'r1|shape:1|anna': 2, 'r1|shape:1|bert': 2 });
    edited(server, ({ votes }) => votes.delete('r1|shape:1|anna'));
    expect(server.votes.toJSON()).toEqual({ 'r1|shape:1|bert': 2 });
  });
});
