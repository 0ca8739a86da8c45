import * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';
import { createFlat } from '#board/flat-record.ts';
import { note } from '#tests/board/builders.ts';
import type { Dice } from './dice.ts';

/** Something that a person does to a board; `personId` casts the votes. */
export function editHonestly(board: BoardDocument, personId: string, dice: Dice): void {
  const id = `shape:${dice.below(6)}`;
  const edit = dice.weighted<() => void>([
    [35, () => move(board, id, dice)],
    [30, () => write(board, id, dice)],
    [10, () => void board.records.delete(id)],
    [15, () => void board.votes.set(`r|${dice.below(3)}|${personId}`, dice.below(5))],
    [10, () => propose(board, `action-${dice.below(3)}`, dice)],
  ]);
  board.doc.transact(() => {
    if (board.records.has(id)) edit();
    else board.records.set(id, createFlat({ ...note('x', { text: 'new' }), id }));
  });
}

function move({ records }: BoardDocument, id: string, dice: Dice): void {
  for (let moves = 1 + dice.below(3); moves > 0; moves--) {
    records.get(id)?.set('xy', [dice.below(1_000), dice.below(1_000)]);
  }
}

function write({ records }: BoardDocument, id: string, dice: Dice): void {
  const text = records.get(id)?.get('p:text');
  if (text instanceof Y.Text) type(text, dice);
}

function type(text: Y.Text, dice: Dice): void {
  const at = dice.below(text.length + 1);
  if (dice.chance(0.7)) text.insert(at, dice.pick(['word ', 'a', 'ü', '🙂', 'and more ']));
  else text.delete(at, Math.min(3, text.length - at));
}

function propose({ actions }: BoardDocument, id: string, dice: Dice): void {
  const title = actions.get(id)?.get('title');
  if (title instanceof Y.Text) type(title, dice);
  else
    actions.set(
      id,
      new Y.Map<unknown>([
        ['title', new Y.Text('do it')],
        ['rung', 'intention'],
      ]),
    );
}
