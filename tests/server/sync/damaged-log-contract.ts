import { expect, test } from 'vitest';
import type { BoardId } from '#board/ids.ts';
import { DamagedLog } from '#server/sync/update-log.ts';
import { bitFlipped, bytesOf, newRow, torn } from './log-under-test.ts';
import type { LogBench } from './update-log-contract.ts';

/** What holds when the disk does not keep what it was given. */
export function damagedLogContract<Tx>({ under, boardWithRows, read }: LogBench<Tx>): void {
  const keep = (boardId: BoardId, seq: number): Promise<void> =>
    under().log.keepState(boardId, { epoch: 1, seq, bytes: bytesOf(100, 100, seq) });
  /** What was reported while `work` ran, as the seqs that it names. */
  const reported = async (boardId: BoardId, work: () => Promise<unknown>): Promise<number[]> => {
    const before = under().damages.length;
    await work();
    const damages = under().damages.slice(before);
    expect(damages.every((damage) => damage.boardId === boardId)).toBe(true);
    return damages.map(({ seq }) => seq);
  };

  test.each([
    ['a flipped bit', bitFlipped],
    ['a torn row', torn],
  ])('[SYNC-24] %s is named, not served', async (_what, spoil) => {
    const boardId = await boardWithRows(3);
    await under().log.append(boardId, newRow(bytesOf(1, 2, 3, 4)));
    await under().spoilRow(boardId, 4, spoil);
    for (const after of [undefined, 2]) {
      const error = await read(boardId, after).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DamagedLog);
      expect(error).toMatchObject({ boardId, seq: 4 });
    }
    expect(await read(boardId, 4)).toEqual([]);
  });

  test('[SYNC-24] a lost row is named, not passed over: the first, one between, the last', async () => {
    for (const seq of [1, 2, 3]) {
      const boardId = await boardWithRows(3);
      await under().lose(boardId, seq);
      await expect(read(boardId)).rejects.toMatchObject({ name: 'DamagedLog', boardId, seq });
    }
    const boardId = await boardWithRows(4);
    await under().lose(boardId, 4);
    await expect(read(boardId, 3)).rejects.toMatchObject({ name: 'DamagedLog', seq: 4 });
  });

  test('[SYNC-24] a log that ends before what was read of it is damaged', async () => {
    const boardId = await boardWithRows(3);
    await expect(read(boardId, 4)).rejects.toMatchObject({ name: 'DamagedLog', seq: 4 });
  });

  test('[SYNC-24] with the newest state damaged, the board opens from the one before it', async () => {
    const boardId = await boardWithRows(6);
    await keep(boardId, 2);
    await keep(boardId, 4);
    await keep(boardId, 5);
    await under().log.prune(boardId, new Date(8.64e13));
    await under().spoilState(boardId, 5, bitFlipped);
    const seqs = await reported(boardId, async () => {
      expect(await read(boardId)).toEqual([
        [4, [100, 100, 4]],
        [5, [4]],
        [6, [5]],
      ]);
    });
    expect(seqs).toEqual([5]);
    await keep(boardId, 5);
    expect(await reported(boardId, () => read(boardId))).toEqual([]);
  });

  test('[SYNC-24] with every state damaged, it opens from the rows, if they are all there', async () => {
    const boardId = await boardWithRows(4);
    await keep(boardId, 2);
    await keep(boardId, 3);
    await under().spoilState(boardId, 2, torn);
    await under().spoilState(boardId, 3, bitFlipped);
    const seqs = await reported(boardId, async () => {
      expect((await read(boardId)).map(([seq]) => seq)).toEqual([1, 2, 3, 4]);
    });
    expect(seqs).toEqual([3, 2]);
    await under().lose(boardId, 1);
    await expect(read(boardId)).rejects.toMatchObject({ name: 'DamagedLog', seq: 1 });
  });

  test('[SYNC-24] a damaged row that a state stands for is reported once it is met', async () => {
    const boardId = await boardWithRows(4);
    await keep(boardId, 3);
    await under().spoilRow(boardId, 2, bitFlipped);
    expect(await reported(boardId, () => read(boardId))).toEqual([]);
    const seqs = await reported(boardId, async () => {
      expect((await read(boardId, 1)).map(([seq]) => seq)).toEqual([3, 4]);
    });
    expect(seqs).toEqual([2]);
    await keep(boardId, 4);
    await under().spoilRow(boardId, 4, torn);
    expect(await read(boardId)).toEqual([[4, [100, 100, 4]]]);
  });
}
