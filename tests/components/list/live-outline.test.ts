import { describe, expect, test, vi } from 'vitest';
import { changeNote } from '#board/card-edits.ts';
import { LiveOutline } from '#components/list/live-outline.ts';
import { boardWith, copyOf, exchange, note, zone } from '../../board/builders.ts';

const notesIn = (outline: LiveOutline): string[] => {
  const items = outline.current.flatMap(({ groups }) => groups).flatMap(({ items }) => items);
  return items.flatMap((item) => (item.is === 'note' ? [item.text] : []));
};

describe('[LIST-1] the live outline', () => {
  test('shows a change that is made here at once', () => {
    const board = boardWith(zone('plan'), note('a', { text: 'eerst', x: 20, y: 90 }));
    const outline = new LiveOutline(board);
    const stop = outline.start();
    board.doc.transact(() => changeNote(board, 'shape:a', 'daarna', 'eerst'));
    expect(notesIn(outline)).toEqual(['daarna']);
    stop();
  });

  test('shows changes of others soon, and says so once', async () => {
    const board = boardWith(note('a', { text: 'eerst' }));
    const theirs = copyOf(board);
    const outline = new LiveOutline(board);
    const stop = outline.start();
    const heard = vi.fn();
    outline.subscribe(heard);
    changeNote(theirs, 'shape:a', 'eerst dit', 'eerst');
    exchange(board, theirs);
    await vi.waitFor(() => expect(notesIn(outline)).toEqual(['eerst dit']));
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  test('leaves out a record that may not be on a board', () => {
    const board = boardWith(note('a'), { ...note('far'), x: 1e9 });
    const outline = new LiveOutline(board);
    const stop = outline.start();
    expect(notesIn(outline)).toHaveLength(1);
    stop();
  });

  test('follows no longer once stopped', () => {
    const board = boardWith(note('a', { text: 'eerst' }));
    const outline = new LiveOutline(board);
    outline.start()();
    board.doc.transact(() => changeNote(board, 'shape:a', 'daarna', 'eerst'));
    expect(notesIn(outline)).toEqual(['eerst']);
  });
});
