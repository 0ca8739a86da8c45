import { expect, test } from 'vitest';
import type { UpdateLog } from '#server/sync/update-log.ts';
import { asBoardId } from '#board/ids.ts';
import { NoSuchBoard, StaleEpoch } from '#server/sync/update-log.ts';
import { bytesOf, newRow } from './log-under-test.ts';
import type { LogBench } from './update-log-contract.ts';

/** What holds when several write, and when answers get lost. */
export function logWritersContract<Tx>({ under, board, boardWithRows, read }: LogBench<Tx>): void {
  test('[SYNC-31] a row whose answer was lost is stored once, however often it is sent', async () => {
    const boardId = await board();
    const { log, other, deaf } = under();
    const row = newRow(bytesOf(7), { claims: new Map([[1, 'anna']]) });
    await expect(deaf.append(boardId, row)).rejects.toThrow('the connection was lost');
    expect(await log.append(boardId, newRow(bytesOf(8)))).toBe(3);
    expect(await log.append(boardId, row)).toBe(2);
    expect(await other.append(boardId, row)).toBe(2);
    const inTransactions = await log.transaction(async (tx) => [
      await log.append(boardId, row, tx),
      await log.append(boardId, { ...row, writer: 'a-change' }, tx),
      await log.append(boardId, { ...row, writer: 'a-change' }, tx),
    ]);
    expect(inTransactions).toEqual([2, 4, 4]);
    expect(await read(boardId, 1)).toEqual([
      [2, [7]],
      [3, [8]],
      [4, [7]],
    ]);
  });

  test('[SYNC-31] so is one that is sent again while it is being stored', async () => {
    const boardId = await board();
    const { log, other } = under();
    const row = newRow(bytesOf(7));
    const seqs = await Promise.all([log, other, log, other].map((one) => one.append(boardId, row)));
    expect(seqs).toEqual([2, 2, 2, 2]);
    expect(await read(boardId, 1)).toEqual([[2, [7]]]);
  });

  test('[SYNC-32] two servers that write one board at once get seqs without gap or double', async () => {
    const boardId = await board();
    const { log, other } = under();
    const write = (by: UpdateLog<Tx>, byte: number): Promise<number[]> =>
      Promise.all(Array.from({ length: 30 }, () => by.append(boardId, newRow(bytesOf(byte)))));
    const transact = async (byte: number): Promise<number[]> => {
      const seqs: number[] = [];
      for (let i = 0; i < 5; i++) {
        const append = (tx: Tx) => log.append(boardId, newRow(bytesOf(byte)), tx);
        seqs.push(await log.transaction(append));
      }
      return seqs;
    };
    const [ours, theirs, changes] = await Promise.all([
      write(log, 1),
      write(other, 2),
      transact(3),
    ]);
    const inOrder = (seqs: readonly number[]): number[] => seqs.toSorted((a, b) => a - b);
    expect(inOrder(ours)).toEqual(ours);
    expect(inOrder(theirs)).toEqual(theirs);
    const rows = await read(boardId, 1);
    expect(rows.map(([seq]) => seq)).toEqual(Array.from({ length: 65 }, (_, i) => i + 2));
    const writtenBy = (byte: number): number[] =>
      rows.filter(([, [first]]) => first === byte).map(([seq]) => seq);
    expect([writtenBy(1), writtenBy(2), writtenBy(3)]).toEqual([ours, theirs, changes]);
  });

  test('[SYNC-32] who holds the log knows where it stands until the transaction ends', async () => {
    const boardId = await boardWithRows(2);
    const { log, other } = under();
    let late: Promise<number> | undefined;
    const held = await log.transaction(async (tx) => {
      const at = await log.hold(boardId, tx);
      late = other.append(boardId, newRow(bytesOf(9)));
      return [at, await log.append(boardId, newRow(bytesOf(5)), tx)];
    });
    expect(held).toEqual([{ epoch: 1, seq: 2 }, 3]);
    expect(await late).toBe(4);
    expect(await read(boardId, 2)).toEqual([
      [3, [5]],
      [4, [9]],
    ]);
  });

  test('[SYNC-30] a board that is gone or over fails by itself, not those stored with it', async () => {
    const [first, over, last] = [await board(), await board(), await board()];
    const { log } = under();
    await log.rebuild(over, { epoch: 1, seq: 1 }, bytesOf(1));
    const answers = await Promise.allSettled(
      [first, asBoardId('nowhere'), over, last].map((id) => log.append(id, newRow(bytesOf(4)))),
    );
    expect(answers).toEqual([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: expect.any(NoSuchBoard) },
      { status: 'rejected', reason: expect.any(StaleEpoch) },
      { status: 'fulfilled', value: 2 },
    ]);
  });

  test('[SYNC-35] the first claim to a client id holds, and comes with its row', async () => {
    const [boardId, elsewhere] = [await board(), await board()];
    const { log, other } = under();
    const claim = (person: string, ...clients: number[]) =>
      newRow(bytesOf(1), { claims: new Map(clients.map((client) => [client, person])) });
    const large = 2 ** 53 - 1;
    await Promise.all([
      log.append(boardId, claim('anna', 1, 4_294_967_295, large)),
      log.append(elsewhere, claim('carla', 1)),
    ]);
    await other.append(boardId, claim('bert', 1, 2));
    expect((await log.read(boardId, 2)).owners).toEqual(
      new Map([
        [1, 'anna'],
        [4_294_967_295, 'anna'],
        [large, 'anna'],
        [2, 'bert'],
      ]),
    );
    expect((await log.read(elsewhere)).owners).toEqual(new Map([[1, 'carla']]));
  });
}
