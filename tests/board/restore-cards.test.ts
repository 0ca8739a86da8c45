import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addAction, changeAction, readAction } from '#board/actions.ts';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { addNote } from '#board/edits.ts';
import { taskKey } from '#board/facts.ts';
import { asBoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import { restoreCards } from '#board/restore.ts';
import { seedBoard } from '#board/templates/seed-board.ts';

const author = { by: 'u', byName: 'Anna', at: '2026-11-20T10:00:00.000Z' };

describe('bringing chosen cards back', () => {
  it('brings back these alone, and takes nothing away [SNAP-8]', () => {
    const { board, earlier } = pair((then) => {
      note(then, 'shape:a', 'toen a');
      note(then, 'shape:b', 'toen b');
    });
    board.records.delete('shape:a');
    board.records.delete('shape:b');
    note(board, 'shape:c', 'nieuw');
    expect(restoreCards(board, earlier, new Set(['shape:a', 'shape:none']))).toBe(true);
    expect(projectBoard(board).notes.map(({ text }) => text)).toEqual(['toen a', 'nieuw']);
    expect(restoreCards(board, earlier, new Set(['shape:a']))).toBe(false);
  });

  it('brings back what lies in them and around them [SNAP-8]', () => {
    const { board, earlier } = pair((then) => {
      note(then, 'shape:frame', 'om');
      note(then, 'shape:in', 'in');
      then.records.get('shape:in')?.set('parentId', 'shape:frame');
    });
    for (const chosen of ['shape:frame', 'shape:in']) {
      for (const id of ['shape:frame', 'shape:in']) board.records.delete(id);
      restoreCards(board, earlier, new Set([chosen]));
      expect([...board.records.keys()]).toEqual(
        expect.arrayContaining(['shape:frame', 'shape:in']),
      );
    }
  });

  it('leaves an action that is promised now as it is [SNAP-8]', () => {
    const { board, earlier } = pair((then) => {
      action(then, 'x');
      action(then, 'y');
      for (const id of ['x', 'y']) card(then, id);
    });
    for (const id of ['x', 'y']) changeAction(board, id, { title: 'nu' });
    board.facts.set(taskKey('y'), task('y'));
    restoreCards(board, earlier, new Set(['shape:x', 'shape:y']));
    expect(readAction(board, 'x')?.title).toBe('toen');
    expect(readAction(board, 'y')?.title).toBe('nu');
  });
});

/** A board, and how it was when `fill` was done with it. */
function pair(fill: (then: BoardDocument) => void): {
  board: BoardDocument;
  earlier: BoardDocument;
} {
  const earlier = boardDocument(new Y.Doc());
  seedBoard(earlier, {
    boardId: asBoardId('b'),
    epoch: 1,
    template: 'pdca',
    pageNames: { pdca: 'PDCA', knowledge: 'K', action: 'A' },
    measureId: '',
    author,
    newId: () => 'seed',
  });
  fill(earlier);
  const board = boardDocument(new Y.Doc());
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(earlier.doc));
  return { board, earlier };
}

function note(board: BoardDocument, id: string, text: string): void {
  addNote(board, { id: id as `shape:${string}`, canvas: 'pdca', text }, author);
}

function action(board: BoardDocument, id: string): void {
  const fields = { owner: null, due: null, effect: {}, rung: 'proposal' as const };
  addAction(board, { id, title: 'toen', ...fields, by: 'u', at: author.at });
}

/** A note made into the card of an action. */
function card(board: BoardDocument, id: string): void {
  note(board, `shape:${id}`, '');
  const record = board.records.get(`shape:${id}`);
  record?.set('type', 'action-card');
  for (const key of ['p:text', 'p:color']) record?.delete(key);
  record?.set('p:actionId', id);
}

function task(actionId: string) {
  const owner = { id: 'u', name: 'Anna' };
  const fields = { title: 'nu', owner, due: '2026-12-11', effect: {}, state: 'agreed' };
  return { taskId: 't', actionId, ...fields, outcome: null, revision: 1 };
}
