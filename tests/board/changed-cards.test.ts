import { expect, test } from 'vitest';
import { addAction } from '#board/actions.ts';
import { changedCards } from '#board/changed-cards.ts';
import { diffBoards } from '#board/diff.ts';
import { putRecord } from '#board/edits.ts';
import { projectBoard } from '#board/projection.ts';
import { actionCard, boardWith, confirm, copyOf, note, proposal, zone } from './builders.ts';

test('[DIFF-4] cards are marked by what they show, and notes that are gone stay where they were', () => {
  const before = boardWith(
    zone('plan', { kind: 'plan' }),
    note('same', { x: 10, y: 10 }),
    note('words', { x: 10, y: 200, text: 'Balie' }),
    note('gone', { x: 300, y: 10, text: 'Printer' }),
    actionCard('c1', 'a1'),
    actionCard('c2', 'a1'),
  );
  addAction(before, proposal());
  const after = copyOf(before);
  after.records.get('shape:same')?.set('xy', [20, 10]);
  putRecord(after, note('words', { x: 2000, y: 200, text: 'Balie en telefoon' }));
  putRecord(after, note('new', { x: 10, y: 400 }));
  after.records.delete('shape:gone');
  confirm(after);
  const earlier = projectBoard(before);
  const { cards, gone } = changedCards(after, earlier, diffBoards(earlier, projectBoard(after)));
  expect(Object.fromEntries(cards)).toEqual({
    'shape:words': 'changed',
    'shape:new': 'new',
    'shape:c1': 'changed',
    'shape:c2': 'changed',
  });
  expect(gone.map(({ text, x }) => [text, x])).toEqual([['Printer', 300]]);
});
