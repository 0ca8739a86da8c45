import { describe, expect, test } from 'vitest';
import { addAction } from '#board/actions.ts';
import { firstLookOf } from '#board/first-look.ts';
import { actionCard, boardWith, emptyDocument, note, proposal, zone } from './builders.ts';

describe('[CANVAS-6] the first look of a board', () => {
  test('has the cards of its first canvas, lowest first, with their words', () => {
    const board = boardWith(
      note('above', { x: 40, y: 100, text: 'Wachten aan de balie', color: 'blue', index: 'a3' }),
      zone('plan', { kind: 'plan', x: 0, y: 0, index: 'a1' }),
      actionCard('do', 'a1', { canvas: 'pdca', x: 300, y: 100, index: 'a2' }),
      note('elsewhere', { canvas: 'action' }),
    );
    board.doc.transact(() => addAction(board, proposal({ id: 'a1', title: 'Tweede balie' })));
    const look = firstLookOf(board);
    expect(look.canvas).toBe('pdca');
    expect(look.cards).toMatchObject([
      { id: 'shape:plan', is: 'zone', kind: 'plan' },
      { id: 'shape:do', is: 'paper', words: 'Tweede balie', box: { x: 300, y: 100 } },
      { id: 'shape:above', is: 'note', color: 'blue', text: 'Wachten aan de balie' },
    ]);
    expect(firstLookOf(board, 'action').cards).toMatchObject([{ id: 'shape:elsewhere' }]);
  });

  test('reaches around everything', () => {
    const board = boardWith(note('a', { x: -50, y: 20 }), note('b', { x: 400, y: 500 }));
    expect(firstLookOf(board).extent).toEqual({ x: -50, y: 20, w: 650, h: 600 });
  });

  test('of an empty board is empty', () => {
    expect(firstLookOf(boardWith())).toEqual({ canvas: 'pdca', cards: [] });
    expect(firstLookOf(emptyDocument())).toEqual({ canvas: 'pdca', cards: [] });
  });
});
