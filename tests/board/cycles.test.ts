import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { addCycle, changeCycle, readCycle, readCycles } from '#board/cycles.ts';
import type { Cycle } from '#board/cycles.ts';
import { projectBoard } from '#board/projection.ts';
import { restoreBoard } from '#board/restore.ts';
import { boardWith, copyOf, emptyDocument, exchange } from './builders.ts';

const cycle = (wish: Partial<Cycle> = {}): Cycle => ({
  id: 'c1',
  number: 1,
  startedAt: '2026-11-02T09:00:00.000Z',
  expected: '18 minuten',
  happened: '',
  learned: '',
  ...wish,
});

describe('[DOC-18] a cycle', () => {
  test('reads as it was added', () => {
    const board = emptyDocument();
    addCycle(board, cycle());
    expect(readCycle(board, 'c1')).toEqual(cycle());
  });

  test('reads as open where it does not fit, and not at all when it is none', () => {
    const board = emptyDocument();
    const map = new Y.Map<unknown>([['number', 'one']]);
    board.cycles.set('c1', map);
    board.cycles.set('c2', 'text' as never);
    expect(readCycles(board)).toEqual([
      { id: 'c1', number: 1, startedAt: '', expected: '', happened: '', learned: '' },
    ]);
  });

  test('keeps the words of two who write in one text', () => {
    const mine = emptyDocument();
    addCycle(mine, cycle());
    const theirs = copyOf(mine);
    changeCycle(mine, 'c1', 'expected', 'hooguit 18 minuten', '18 minuten');
    changeCycle(theirs, 'c1', 'expected', '18 minuten wachten', '18 minuten');
    exchange(mine, theirs);
    expect(readCycle(mine, 'c1')?.expected).toBe('hooguit 18 minuten wachten');
  });

  test('[PROJ-1] is in the projection, the first one first', () => {
    const board = boardWith();
    addCycle(board, cycle({ id: 'a', number: 2 }));
    addCycle(board, cycle({ id: 'b', number: 1 }));
    expect(projectBoard(board).cycles.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('[SNAP-3] is restored as it was', () => {
    const earlier = boardWith();
    addCycle(earlier, cycle());
    const board = copyOf(earlier);
    changeCycle(board, 'c1', 'expected', 'anders', '18 minuten');
    addCycle(board, cycle({ id: 'c2', number: 2 }));
    board.doc.transact(() => restoreBoard(board, earlier));
    expect(projectBoard(board).cycles).toEqual(projectBoard(earlier).cycles);
  });
});
