import { expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { CommitQueue } from '#server/sync/commit-queue.ts';
import type { BoardRow, Written } from '#server/sync/commit-queue.ts';
import { NoSuchBoard, StaleEpoch } from '#server/sync/update-log.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';
import { bytesOf, newRow } from './log-under-test.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One statement that the queue sent, and the ways that it may end. */
interface Statement {
  readonly rows: readonly BoardRow[];
  readonly held: 'wait' | 'skip';
  answer(written: readonly Written[]): void;
  fail(error: Error): void;
}

/** A queue on a database that answers when the test says so. */
function queueOnPaper() {
  const statements: Statement[] = [];
  const clock = new ManualClock();
  const queue = new CommitQueue({
    write: (rows, held) =>
      new Promise((answer, fail) => {
        statements.push({ rows, held, answer, fail });
      }),
    blamesRow: (error) => error instanceof RangeError,
    clock,
  });
  const append = (board: string, bytes: Uint8Array = bytesOf(1)): Promise<number> => {
    const answer = queue.append({ ...newRow(bytes), boardId: asBoardId(board) });
    answer.catch(() => {});
    return answer;
  };
  const boardsOf = (at: number): string[] =>
    statements[at]?.rows.map(({ boardId }) => boardId) ?? [];
  return { append, statements, boardsOf, clock };
}

const stored = (...seqs: number[]): Written[] => seqs.map((seq) => ({ is: 'stored', seq }));

test('[SYNC-30] what arrives at rest goes at once, what arrives meanwhile goes together', async () => {
  const { append, statements, boardsOf } = queueOnPaper();
  const first = append('a');
  expect(boardsOf(0)).toEqual(['a']);
  const later = [append('b'), append('c'), append('b'), append('a'), append('d')];
  expect(statements).toHaveLength(1);
  statements[0]?.answer(stored(5));
  expect(await first).toBe(5);
  await turn();
  expect(boardsOf(1)).toEqual(['b', 'c', 'a', 'd']);
  statements[1]?.answer(stored(2, 3, 6, 4));
  await turn();
  expect(boardsOf(2)).toEqual(['b']);
  statements[2]?.answer(stored(3));
  expect(await Promise.all(later)).toEqual([2, 3, 3, 6, 4]);
  await turn();
  expect(statements).toHaveLength(3);
});

test('[SYNC-30] a statement has 200 rows or 4 MiB at most, but a larger row goes alone', async () => {
  const { append, statements, boardsOf } = queueOnPaper();
  void append('first');
  for (let i = 0; i < 250; i++) void append(`small-${i}`);
  for (const name of ['a', 'b', 'c']) void append(name, new Uint8Array(3 << 20));
  void append('huge', new Uint8Array(9 << 20));
  const sizes: number[] = [];
  for (let at = 0; at < 6; at++) {
    sizes.push(boardsOf(at).length);
    statements[at]?.answer(stored(...boardsOf(at).map(() => 1)));
    await turn();
  }
  expect(sizes).toEqual([1, 200, 51, 1, 1, 1]);
  expect(boardsOf(5)).toEqual(['huge']);
});

test('[SYNC-30] each row hears what became of it, and no neighbour', async () => {
  const { append, statements } = queueOnPaper();
  void append('first');
  const answers = Promise.allSettled([append('a'), append('gone'), append('over'), append('b')]);
  statements[0]?.answer(stored(1));
  await turn();
  statements[1]?.answer([...stored(1), { is: 'no-board' }, { is: 'stale' }, ...stored(9)]);
  expect(await answers).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: expect.any(NoSuchBoard) },
    { status: 'rejected', reason: expect.any(StaleEpoch) },
    { status: 'fulfilled', value: 9 },
  ]);
});

test('[SYNC-30] a board that is held is waited for apart, and its rows stay in order', async () => {
  const { append, statements, boardsOf } = queueOnPaper();
  const held = append('held');
  statements[0]?.answer([{ is: 'held' }]);
  await turn();
  expect(statements[1]).toMatchObject({ held: 'wait' });
  const [next, other] = [append('held'), append('other')];
  expect(boardsOf(2)).toEqual(['other']);
  statements[2]?.answer(stored(7));
  expect(await other).toBe(7);
  await turn();
  expect(statements).toHaveLength(3);
  statements[1]?.answer(stored(2));
  expect(await held).toBe(2);
  await turn();
  expect(boardsOf(3)).toEqual(['held']);
  statements[3]?.answer(stored(3));
  expect(await next).toBe(3);
});

test('[SYNC-30] a row that the database cannot take is parted from the others', async () => {
  const { append, statements, boardsOf } = queueOnPaper();
  void append('first');
  const answers = Promise.allSettled(['a', 'b', 'bad', 'c'].map((name) => append(name)));
  statements[0]?.answer(stored(1));
  for (let at = 1; at < 6; at++) {
    await turn();
    if (boardsOf(at).includes('bad')) statements[at]?.fail(new RangeError('does not fit'));
    else statements[at]?.answer(stored(...boardsOf(at).map(() => 8)));
  }
  const results = await answers;
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(statements).toHaveLength(6);
});

test('[SYNC-11] when the database fails, all of the statement hear it, and the next one goes', async () => {
  const { append, statements, boardsOf } = queueOnPaper();
  const [first, second] = [append('a'), append('b')];
  statements[0]?.fail(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await turn();
  expect(boardsOf(1)).toEqual(['b']);
  statements[1]?.answer(stored(2));
  expect(await second).toBe(2);
});

test('[SYNC-11] a statement that is never answered does not keep the others waiting for ever', async () => {
  const { append, statements, boardsOf, clock } = queueOnPaper();
  const [first, second] = [append('a'), append('b')];
  clock.pass(11_000);
  await turn();
  expect(statements).toHaveLength(1);
  clock.pass(1_000);
  await expect(first).rejects.toThrow('no answer from the database in 12000 ms');
  await turn();
  expect(boardsOf(1)).toEqual(['b']);
  statements[0]?.answer(stored(1));
  statements[1]?.answer(stored(2));
  expect(await second).toBe(2);
});
