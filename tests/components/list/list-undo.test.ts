import { describe, expect, test } from 'vitest';
import { changeNote } from '#board/card-edits.ts';
import { addNote } from '#board/edits.ts';
import { readFlat } from '#board/flat-record.ts';
import { OPEN_ROUND, readVotes, setVotes } from '#board/votes.ts';
import { ListUndo } from '#components/list/list-undo.ts';
import { author, boardWith, copyOf, exchange, note } from '../../board/builders.ts';

function textOf(board: ReturnType<typeof boardWith>, id: string): string | undefined {
  const map = board.records.get(id);
  return map && (readFlat(id, map)['props'] as { text: string }).text;
}

describe('[LIST-3] undo in the list', () => {
  test('takes back a note that was made here, and redo brings it again', () => {
    const board = boardWith();
    const undo = new ListUndo(board);
    undo.change(() => void addNote(board, { id: 'shape:a', canvas: 'pdca', text: 'Mijn' }, author));
    undo.undo();
    expect(board.records.has('shape:a')).toBe(false);
    undo.redo();
    expect(textOf(board, 'shape:a')).toBe('Mijn');
  });

  test('takes my words out of a text and leaves those of others', () => {
    const mine = boardWith(note('a', { text: 'balie' }));
    const theirs = copyOf(mine);
    const undo = new ListUndo(mine);
    undo.change(() => changeNote(mine, 'shape:a', 'volle balie', 'balie'), false);
    changeNote(theirs, 'shape:a', 'balie boven', 'balie');
    exchange(mine, theirs);
    undo.undo();
    expect(textOf(mine, 'shape:a')).toBe('balie boven');
  });

  test('does not take back the making of a note in which somebody else wrote', () => {
    const mine = boardWith();
    const undo = new ListUndo(mine);
    undo.change(() => setVotes(mine, OPEN_ROUND, 'shape:x', 'p1', 1));
    undo.change(() => void addNote(mine, { id: 'shape:a', canvas: 'pdca', text: 'Mijn' }, author));
    const theirs = copyOf(mine);
    changeNote(theirs, 'shape:a', 'Mijn en jouw', 'Mijn');
    exchange(mine, theirs);
    undo.undo();
    expect(textOf(mine, 'shape:a')).toBe('Mijn en jouw');
    expect(readVotes(mine, OPEN_ROUND, 'shape:x', 'p1').mine).toBe(0);
  });

  test('leaves alone what was not done here', () => {
    const board = boardWith();
    const undo = new ListUndo(board);
    addNote(board, { id: 'shape:a', canvas: 'pdca', text: 'Van de server' }, author);
    undo.undo();
    expect(board.records.has('shape:a')).toBe(true);
  });
});
