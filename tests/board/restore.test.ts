import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addAction, changeAction, readAction } from '#board/actions.ts';
import type { BoardDocument } from '#board/document.ts';
import { addNote, dropAction, putRecord } from '#board/edits.ts';
import { measureKey } from '#board/facts.ts';
import { addKnowledge, setHolder } from '#board/knowledge.ts';
import { projectBoard } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { restoreBoard } from '#board/restore.ts';
import {
  actionCard,
  author,
  boardWith,
  confirm,
  copyOf,
  exchange,
  measure,
  note,
  proposal,
  topic,
  zone,
} from './builders.ts';
import { anyTampering, tamperedBoard } from './tampered-board.ts';

function earlierBoard(): BoardDocument {
  const board = boardWith(zone('z'), note('n1', { x: 10, y: 10 }), actionCard('c1', 'a1'));
  addAction(board, proposal());
  addKnowledge(board, topic());
  return board;
}

function restored(board: BoardDocument, earlier: BoardDocument): Projection {
  board.doc.transact(() => restoreBoard(board, earlier));
  return projectBoard(board);
}

type Edit = (board: BoardDocument) => unknown;

const edits: readonly [string, Edit][] = [
  ['a note added', (on) => addNote(on, { id: 'shape:n2', canvas: 'pdca', text: 'x' }, author)],
  ['a note moved', (on) => on.records.get('shape:n1')?.set('xy', [900, 900])],
  ['a note with other words', (on) => putRecord(on, note('n1', { text: 'anders' }))],
  ['a note deleted', (on) => on.records.delete('shape:n1')],
  ['a page deleted', (on) => on.records.delete('page:action')],
  ['an action added', (on) => addAction(on, proposal({ id: 'a2' }))],
  ['an action changed', (on) => changeAction(on, 'a1', { title: 'Anders', owner: null })],
  ['an action dropped', (on) => dropAction(on, 'a1')],
  ['an action deleted', (on) => on.actions.delete('a1')],
  ['a topic added', (on) => addKnowledge(on, topic({ id: 'k2' }))],
  ['a topic deleted', (on) => on.knowledge.delete('k1')],
  ['a holder added', (on) => setHolder(on, 'k1', { id: 'p9', name: 'Sanne' }, 'knows')],
];

describe('[SNAP-3] restoring', () => {
  test.each(edits)('undoes %s', (_what, edit) => {
    const earlier = earlierBoard();
    const board = copyOf(earlier);
    edit(board);
    expect(projectBoard(board)).not.toEqual(projectBoard(earlier));
    expect(restored(board, earlier)).toEqual(projectBoard(earlier));
  });

  test('undoes any of them together', () => {
    const someEdits = fc.shuffledSubarray(edits.map(([, edit]) => edit));
    fc.assert(
      fc.property(someEdits, someEdits, (before, after) => {
        const earlier = earlierBoard();
        for (const edit of before) edit(earlier);
        const board = copyOf(earlier);
        for (const edit of after) edit(board);
        expect(restored(board, earlier)).toEqual(projectBoard(earlier));
      }),
      { numRuns: 50 },
    );
  });

  test('writes nothing when nothing changed', () => {
    const earlier = earlierBoard();
    const board = copyOf(earlier);
    const updates: Uint8Array[] = [];
    board.doc.on('update', (update: Uint8Array) => updates.push(update));
    restored(board, earlier);
    expect(updates).toEqual([]);
  });

  test('is an edit like any other: others receive it, and nothing is rewound', () => {
    const board = earlierBoard();
    const earlier = copyOf(board);
    const other = copyOf(board);
    addNote(other, { id: 'shape:n2', canvas: 'pdca', text: 'van een ander' }, author);
    board.records.delete('shape:n1');
    restored(board, earlier);
    exchange(board, other);
    const ids = projectBoard(other).notes.map(({ id }) => id);
    expect(ids).toEqual(['shape:n1', 'shape:n2']);
    expect(projectBoard(board)).toEqual(projectBoard(other));
  });

  test('leaves words that merge', () => {
    const earlier = earlierBoard();
    const board = copyOf(earlier);
    board.records.delete('shape:n1');
    restored(board, earlier);
    expect(board.records.get('shape:n1')?.get('p:text')).toBeInstanceOf(Y.Text);
  });
});

describe('[SNAP-3] promises stay', () => {
  test('an action confirmed since is not taken away', () => {
    const earlier = boardWith();
    const board = copyOf(earlier);
    addAction(board, proposal());
    confirm(board);
    expect(restored(board, earlier).actions).toMatchObject([{ id: 'a1', taskId: 't1' }]);
  });

  test('a confirmed action keeps what it says now', () => {
    const earlier = earlierBoard();
    const board = copyOf(earlier);
    changeAction(board, 'a1', { title: 'Anders' });
    confirm(board, { title: 'Anders' });
    restored(board, earlier);
    expect(readAction(board, 'a1')?.title).toBe('Anders');
  });

  test('a confirmed action that somebody took from the document comes back', () => {
    const earlier = earlierBoard();
    const board = copyOf(earlier);
    confirm(board);
    board.actions.delete('a1');
    expect(restored(board, earlier).actions).toMatchObject([{ id: 'a1', taskId: 't1' }]);
  });

  test('facts stay the database’s', () => {
    const earlier = earlierBoard();
    earlier.facts.set(measureKey('m1'), measure({ target: 5 }));
    const board = copyOf(earlier);
    board.facts.set(measureKey('m1'), measure({ target: 8 }));
    expect(restored(board, earlier).measures).toEqual([measure({ target: 8 })]);
  });
});

describe('[SNAP-3] whatever a client wrote', () => {
  test('restoring puts right what is no record and no action', () => {
    const earlier = earlierBoard();
    const board = copyOf(earlier);
    (board.records as Y.Map<unknown>).set('shape:n1', 5);
    (earlier.records as Y.Map<unknown>).set('shape:odd', 'x');
    (board.actions as Y.Map<unknown>).set('a1', 5);
    expect(restored(board, earlier)).toEqual(projectBoard(earlier));
  });

  test('restoring does not throw, and gives the board of then', () => {
    fc.assert(
      fc.property(anyTampering, anyTampering, (before, after) => {
        const earlier = tamperedBoard(before);
        expect(restored(tamperedBoard(after), earlier)).toEqual(projectBoard(earlier));
      }),
      { numRuns: 300 },
    );
  });
});
