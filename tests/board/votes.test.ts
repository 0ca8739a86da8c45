import { describe, expect, test } from 'vitest';
import { OPEN_ROUND, readVotes, setVotes } from '#board/votes.ts';
import { emptyDocument } from './builders.ts';

describe('[DOC-15] votes', () => {
  test('add up over people, and mine is told apart', () => {
    const board = emptyDocument();
    setVotes(board, OPEN_ROUND, 'shape:a', 'p1', 2);
    setVotes(board, OPEN_ROUND, 'shape:a', 'p2', 1);
    setVotes(board, OPEN_ROUND, 'shape:ab', 'p1', 5);
    setVotes(board, 'round-1', 'shape:a', 'p1', 7);
    expect(readVotes(board, OPEN_ROUND, 'shape:a', 'p1')).toEqual({ total: 3, mine: 2 });
  });

  test('are taken back with nothing left of them', () => {
    const board = emptyDocument();
    setVotes(board, OPEN_ROUND, 'shape:a', 'p1', 2);
    setVotes(board, OPEN_ROUND, 'shape:a', 'p1', 0);
    expect([...board.votes.keys()]).toEqual([]);
  });

  test('that are no count from 1 to 99 count for nothing', () => {
    const board = emptyDocument();
    for (const [at, vote] of [-1, 1.5, 100, NaN, '3', null].entries()) {
      board.votes.set(`${OPEN_ROUND}|shape:a|p${at}`, vote as number);
    }
    expect(readVotes(board, OPEN_ROUND, 'shape:a', 'p0')).toEqual({ total: 0, mine: 0 });
  });

  test('of one person end at 99', () => {
    const board = emptyDocument();
    setVotes(board, OPEN_ROUND, 'shape:a', 'p1', 500);
    expect(readVotes(board, OPEN_ROUND, 'shape:a', 'p1').mine).toBe(99);
  });
});
