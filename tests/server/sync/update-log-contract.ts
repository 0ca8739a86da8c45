import { afterAll, beforeAll, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import { NoSuchBoard, StaleEpoch } from '#server/sync/update-log.ts';
import { damagedLogContract } from './damaged-log-contract.ts';
import { logStatesContract } from './log-states-contract.ts';
import { logWritersContract } from './log-writers-contract.ts';
import { bytesOf, newRow } from './log-under-test.ts';
import type { LogUnderTest } from './log-under-test.ts';

/** One log for all tests of a suite, and boards of their own for each. */
export interface LogBench<Tx> {
  readonly under: () => LogUnderTest<Tx>;
  /** A board whose first row is [0]. */
  readonly board: () => Promise<BoardId>;
  /** A board with the rows [0], [1], [2] … under the seqs 1, 2, 3 … */
  readonly boardWithRows: (count: number) => Promise<BoardId>;
  /** The state, if there is one, and the rows, each as its seq and bytes. */
  readonly read: (boardId: BoardId, after?: number) => Promise<readonly [number, number[]][]>;
}

/** What every update log promises; see the comments of `UpdateLog`. */
export function updateLogContract<Tx>(open: () => Promise<LogUnderTest<Tx>>): void {
  const bench = openBench(open);
  basicContract(bench);
  logWritersContract(bench);
  logStatesContract(bench);
  damagedLogContract(bench);
}

function openBench<Tx>(open: () => Promise<LogUnderTest<Tx>>): LogBench<Tx> {
  let under: LogUnderTest<Tx>;
  let count = 0;
  beforeAll(async () => {
    under = await open();
  });
  afterAll(() => under.close());
  const board = async (): Promise<BoardId> => {
    const boardId = asBoardId(`board-${(count += 1)}`);
    await under.log.transaction(async (tx) => {
      await under.addBoard(tx, boardId);
      await under.log.create(tx, boardId, bytesOf(0));
    });
    return boardId;
  };
  return {
    under: () => under,
    board,
    boardWithRows: async (rows) => {
      const boardId = await board();
      for (let byte = 1; byte < rows; byte++) {
        await under.log.append(boardId, newRow(bytesOf(byte)));
      }
      return boardId;
    },
    read: async (boardId, after) => {
      const { state, rows } = await under.log.read(boardId, after);
      return [...(state ? [state] : []), ...rows].map(({ seq, bytes }) => [seq, [...bytes]]);
    },
  };
}

function basicContract<Tx>({ under, board, boardWithRows, read }: LogBench<Tx>): void {
  test('[SYNC-23] a new board starts at epoch 1 with its first row', async () => {
    const boardId = await board();
    const history = await under().log.read(boardId);
    expect(history).toMatchObject({ epoch: 1, state: undefined, rows: [{ seq: 1 }] });
    expect([...(history.rows[0]?.bytes ?? [])]).toEqual([0]);
    expect(history.owners.size).toBe(0);
  });

  test('[SYNC-23] rows come back in order, byte for byte, with seqs that have no gaps', async () => {
    const boardId = await board();
    const long = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
    expect(await under().log.append(boardId, newRow(bytesOf(1, 255)))).toBe(2);
    expect(await under().log.append(boardId, newRow(long))).toBe(3);
    expect(await under().log.append(boardId, newRow(bytesOf()))).toBe(4);
    const all = await read(boardId);
    expect(all.map(([seq]) => seq)).toEqual([1, 2, 3, 4]);
    expect(all[1]?.[1]).toEqual([1, 255]);
    expect(Buffer.compare(Buffer.from(all[2]?.[1] ?? []), long)).toBe(0);
    expect(all[3]?.[1]).toEqual([]);
    expect((await read(boardId, 1)).map(([seq]) => seq)).toEqual([2, 3, 4]);
    expect(await read(boardId, 4)).toEqual([]);
  });

  test('[SYNC-23] boards do not mix', async () => {
    const [a, b] = [await board(), await board()];
    const { log } = under();
    await Promise.all([
      log.append(a, newRow(bytesOf(7))),
      log.append(b, newRow(bytesOf(8))),
      log.append(a, newRow(bytesOf(9))),
    ]);
    expect(await read(a, 1)).toEqual([
      [2, [7]],
      [3, [9]],
    ]);
    expect(await read(b, 1)).toEqual([[2, [8]]]);
  });

  test('[SYNC-23] where logs stand is asked for many boards at once', async () => {
    const [a, b] = [await board(), await boardWithRows(3)];
    const nowhere = asBoardId('nowhere');
    expect(await under().log.heads([a, nowhere, b])).toEqual(
      new Map([
        [a, { epoch: 1, seq: 1 }],
        [b, { epoch: 1, seq: 3 }],
      ]),
    );
    expect((await under().log.heads([])).size).toBe(0);
  });

  test('[SYNC-19] a transaction commits its rows with what else it wrote, or none of it', async () => {
    const boardId = await board();
    const { log } = under();
    const seqs = await log.transaction(async (tx) => [
      await log.append(boardId, newRow(bytesOf(1)), tx),
      await log.append(boardId, newRow(bytesOf(2)), tx),
    ]);
    expect(seqs).toEqual([2, 3]);
    const undone = log.transaction(async (tx) => {
      await log.append(boardId, newRow(bytesOf(9), { claims: new Map([[9, 'anna']]) }), tx);
      throw new Error('changed our mind');
    });
    await expect(undone).rejects.toThrow('changed our mind');
    expect(await log.append(boardId, newRow(bytesOf(3)))).toBe(4);
    expect(await read(boardId, 1)).toEqual([
      [2, [1]],
      [3, [2]],
      [4, [3]],
    ]);
    expect((await log.read(boardId)).owners.size).toBe(0);
  });

  test('[SYNC-2] a board that is not there is said to be not there', async () => {
    const nowhere = asBoardId('nowhere');
    const { log } = under();
    const state = { epoch: 1, seq: 1, bytes: bytesOf(1) };
    const answers = await Promise.allSettled([
      log.read(nowhere),
      log.read(nowhere, 3),
      log.append(nowhere, newRow(bytesOf(1))),
      log.transaction((tx) => log.append(nowhere, newRow(bytesOf(1)), tx)),
      log.transaction((tx) => log.hold(nowhere, tx)),
      log.keepState(nowhere, state),
      log.rebuild(nowhere, { epoch: 1, seq: 1 }, bytesOf(1)),
    ]);
    const reason: unknown = expect.any(NoSuchBoard);
    for (const answer of answers) expect(answer).toEqual({ status: 'rejected', reason });
    expect(await log.prune(nowhere, new Date())).toBe(0);
  });

  test('[SYNC-34] a rebuilt board begins anew under the next seq, and the old epoch is over', async () => {
    const boardId = await boardWithRows(3);
    const { log, other } = under();
    const at = { epoch: 1, seq: 3 };
    await log.append(boardId, newRow(bytesOf(4), { claims: new Map([[5, 'anna']]) }));
    await expect(log.rebuild(boardId, at, bytesOf(7))).rejects.toBeInstanceOf(StaleEpoch);
    const next = await log.rebuild(boardId, { epoch: 1, seq: 4 }, bytesOf(7));
    expect(next).toEqual({ epoch: 2, seq: 5 });
    expect((await log.heads([boardId])).get(boardId)).toEqual(next);
    const late = newRow(bytesOf(9));
    await expect(other.append(boardId, late)).rejects.toBeInstanceOf(StaleEpoch);
    await expect(other.transaction((tx) => other.append(boardId, late, tx))).rejects.toBeInstanceOf(
      StaleEpoch,
    );
    await expect(
      other.keepState(boardId, { epoch: 1, seq: 4, bytes: bytesOf(9) }),
    ).rejects.toBeInstanceOf(StaleEpoch);
    expect(await log.append(boardId, newRow(bytesOf(8), { epoch: 2 }))).toBe(6);
    const whole = [
      [5, [7]],
      [6, [8]],
    ];
    expect(await read(boardId)).toEqual(whole);
    expect(await read(boardId, 2)).toEqual(whole);
    expect(await read(boardId, 5)).toEqual([[6, [8]]]);
    expect((await log.read(boardId)).owners).toEqual(new Map([[5, 'anna']]));
  });
}
