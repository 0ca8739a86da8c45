import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { Draft } from '#server/sync/draft.ts';
import { emptyBoard } from '#tests/support/sync.ts';

/** A client of the board and its Yjs client id. */
class Client {
  readonly board: BoardDocument;

  constructor(
    readonly id: number,
    states: readonly Uint8Array[],
  ) {
    const doc = new Y.Doc();
    this.board = boardDocument(doc);
    for (const state of states) Y.applyUpdate(doc, state);
    doc.clientID = id;
  }

  edit(change: (board: BoardDocument) => void): Uint8Array {
    const { doc } = this.board;
    let made: Uint8Array = new Uint8Array();
    doc.once('update', (update: Uint8Array) => (made = update));
    doc.transact(() => change(this.board));
    return made;
  }
}

const textOf = ({ records }: BoardDocument): Y.Text =>
  records.get('shape:note')?.get('p:text') as unknown as Y.Text;

test('[SYNC-19] a draft that is made again goes on under the same Yjs client id', () => {
  const first = new Draft([emptyBoard()], 7);
  const row = first.change(({ votes }) => void votes.set('a', 1));
  const again = new Draft([emptyBoard(), row ?? new Uint8Array()], 7);
  again.change(({ votes }) => void votes.set('b', 1));
  expect(again.doc.clientID).toBe(7);
  expect(again.homes.state(7)).toBe(2);
});

test('[SYNC-8] each of several updates taken together is judged by what was there before it', () => {
  const draft = new Draft([emptyBoard()], 7);
  draft.change(({ facts }) => void facts.set('task:1', 'agreed'));
  const start = Y.encodeStateAsUpdate(draft.doc);
  const anna = new Client(1, [start]);
  const bea = new Client(2, [start]);
  const vote = anna.edit(({ votes }) => void votes.set('r|s|anna', 1));
  const forged = bea.edit(({ votes, facts }) => {
    votes.set('r|s|anna', 2);
    facts.delete('task:1');
  });

  const corrections: number[] = [];
  const bytes = draft.together(() => {
    corrections.push(draft.take(vote, 'anna', new Set([1])));
    corrections.push(draft.take(forged, 'bea', new Set([2])));
  });

  expect(corrections).toEqual([0, 2]);
  const seen = new Client(3, [start, bytes ?? new Uint8Array()]).board;
  expect(seen.facts.get('task:1')).toBe('agreed');
  // Yjs keeps the vote of the higher client id, which was undone: the one before it is back.
  expect(seen.votes.get('r|s|anna')).toBe(1);
  expect(Y.encodeStateAsUpdate(seen.doc)).toEqual(Y.encodeStateAsUpdate(draft.doc));
});

test('[SYNC-8] what several updates taken together deleted is deleted everywhere', () => {
  const draft = new Draft([emptyBoard()], 7);
  draft.change(({ votes }) => void [...'abcd'].forEach((key) => votes.set(key, 1)));
  const start = Y.encodeStateAsUpdate(draft.doc);
  const client = new Client(1, [start]);
  const updates = ['a', 'b', 'c'].map((key) => client.edit(({ votes }) => votes.delete(key)));
  const bytes = draft.together(() => {
    for (const update of updates) draft.take(update, 'anna', new Set());
  });
  const seen = new Client(3, [start, bytes ?? new Uint8Array()]).board;
  expect([...seen.votes.keys()]).toEqual(['d']);
  expect([...draft.board.votes.keys()]).toEqual(['d']);
});

test('[SYNC-19] the server edits a text where it means to after somebody else edited it', () => {
  const draft = new Draft([emptyBoard()], 7);
  draft.change(({ records }) => {
    const note = new Y.Map<unknown>();
    records.set('shape:note', note as never);
    note.set('p:text', new Y.Text('who does what by when, and how will we see it'));
  });
  draft.change((board) => textOf(board).insert(30, 'X'));
  const client = new Client(1, [Y.encodeStateAsUpdate(draft.doc)]);
  const typed = client.edit((board) => textOf(board).insert(0, '0123456789'));
  draft.together(() => void draft.take(typed, 'anna', new Set([1])));

  draft.change((board) => textOf(board).insert(31, 'Z'));

  expect(textOf(draft.board).toString().indexOf('Z')).toBe(31);
});
