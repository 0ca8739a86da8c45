import { afterAll, beforeAll, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import { DamagedLog, NoSuchBoard, StaleEpoch } from '#server/sync/update-log.ts';
import type { UpdateLog } from '#server/sync/update-log.ts';

/** A log and what a test does behind its back. */
export interface LogUnderTest<Tx> {
  readonly log: UpdateLog<Tx>;
  /** Makes a board that has no rows yet, within the transaction. */
  addBoard(tx: Tx, boardId: BoardId): Promise<void>;
  /** Changes a byte of a stored row. */
  damage(boardId: BoardId, seq: number): Promise<void>;
  /** Loses a stored row. */
  lose(boardId: BoardId, seq: number): Promise<void>;
  /** Puts the board at its next epoch. */
  nextEpoch(boardId: BoardId): Promise<void>;
  close(): Promise<void>;
}

const row = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

/** What every update log promises; see the comments of `UpdateLog`. */
export function updateLogContract<Tx>(open: () => Promise<LogUnderTest<Tx>>): void {
  let under: LogUnderTest<Tx>;
  let count = 0;
  beforeAll(async () => {
    under = await open();
  });
  afterAll(() => under.close());

  async function board(): Promise<BoardId> {
    const boardId = asBoardId(`board-${(count += 1)}`);
    await under.log.transaction(async (tx) => {
      await under.addBoard(tx, boardId);
      await under.log.create(tx, boardId, row(0));
    });
    return boardId;
  }

  async function rowsOf(boardId: BoardId, after?: number): Promise<[number, number[]][]> {
    const { rows } = await under.log.read(boardId, after);
    return rows.map(({ seq, bytes }) => [seq, [...bytes]]);
  }

  test('[SYNC-23] a new board starts at epoch 1 with its first row', async () => {
    const boardId = await board();
    const { epoch, rows } = await under.log.read(boardId);
    expect(epoch).toBe(1);
    expect(rows.map(({ seq, bytes }) => [seq, [...bytes]])).toEqual([[1, [0]]]);
  });

  test('[SYNC-23] rows come back in order, byte for byte, with seqs that have no gaps', async () => {
    const boardId = await board();
    const long = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
    expect(await under.log.append(boardId, 1, row(1, 255))).toBe(2);
    expect(await under.log.append(boardId, 1, long)).toBe(3);
    expect(await rowsOf(boardId)).toEqual([
      [1, [0]],
      [2, [1, 255]],
      [3, [...long]],
    ]);
    expect(await rowsOf(boardId, 1)).toHaveLength(2);
    expect(await rowsOf(boardId, 3)).toEqual([]);
  });

  test('[SYNC-23] boards do not mix', async () => {
    const [a, b] = [await board(), await board()];
    await Promise.all([under.log.append(a, 1, row(7)), under.log.append(b, 1, row(8))]);
    expect(await rowsOf(a, 1)).toEqual([[2, [7]]]);
    expect(await rowsOf(b, 1)).toEqual([[2, [8]]]);
  });

  test('[SYNC-19] a transaction commits its rows with what else it wrote, or none of it', async () => {
    const boardId = await board();
    const seqs = await under.log.transaction(async (tx) => [
      await under.log.append(boardId, 1, row(1), tx),
      await under.log.append(boardId, 1, row(2), tx),
    ]);
    expect(seqs).toEqual([2, 3]);
    const undone = under.log.transaction(async (tx) => {
      await under.log.append(boardId, 1, row(9), tx);
      throw new Error('changed our mind');
    });
    await expect(undone).rejects.toThrow('changed our mind');
    expect(await rowsOf(boardId, 1)).toEqual([
      [2, [1]],
      [3, [2]],
    ]);
  });

  test('[SYNC-10] the newest row can be taken back, and its seq is used again', async () => {
    const boardId = await board();
    await under.log.append(boardId, 1, row(1));
    await under.log.withdraw(boardId, 2);
    expect(await rowsOf(boardId)).toHaveLength(1);
    expect(await under.log.append(boardId, 1, row(2))).toBe(2);
  });

  test('[SYNC-24] a changed byte is named, not served', async () => {
    const boardId = await board();
    await under.log.append(boardId, 1, row(1, 2, 3));
    await under.damage(boardId, 2);
    const error = await under.log.read(boardId).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error).toMatchObject({ boardId, seq: 2 });
  });

  test('[SYNC-24] a lost row is named, not passed over', async () => {
    const boardId = await board();
    await under.log.append(boardId, 1, row(1));
    await under.log.append(boardId, 1, row(2));
    await under.lose(boardId, 2);
    await expect(under.log.read(boardId)).rejects.toMatchObject({ name: 'DamagedLog', seq: 2 });
  });

  test('[SYNC-20] nothing is added under an epoch that is over', async () => {
    const boardId = await board();
    await under.nextEpoch(boardId);
    await expect(under.log.append(boardId, 1, row(1))).rejects.toBeInstanceOf(StaleEpoch);
  });

  test('[SYNC-2] a board that is not there is said to be not there', async () => {
    const nowhere = asBoardId('nowhere');
    await expect(under.log.read(nowhere)).rejects.toBeInstanceOf(NoSuchBoard);
    await expect(under.log.append(nowhere, 1, row(1))).rejects.toBeInstanceOf(NoSuchBoard);
  });
}
