import { expect, test } from 'vitest';
import type { BoardId } from '#board/ids.ts';
import { StaleEpoch } from '#server/sync/update-log.ts';
import { bitFlipped, bytesOf, newRow } from './log-under-test.ts';
import type { LogBench } from './update-log-contract.ts';

const ALL = new Date(8.64e15 / 100);
const NONE = new Date(0);

/** What holds of states and of pruning. States are [100 + seq]. */
export function logStatesContract<Tx>({ under, boardWithRows, read }: LogBench<Tx>): void {
  const keep = (boardId: BoardId, seq: number, epoch = 1): Promise<void> =>
    under().log.keepState(boardId, { epoch, seq, bytes: bytesOf(100 + seq) });

  test('[SYNC-33] a kept state stands for the rows up to its seq', async () => {
    const boardId = await boardWithRows(4);
    await keep(boardId, 3);
    const { state, rows } = await under().log.read(boardId);
    expect([state?.seq, [...(state?.bytes ?? [])]]).toEqual([3, [103]]);
    expect(rows.map(({ seq }) => seq)).toEqual([4]);
    await keep(boardId, 4);
    expect(await read(boardId)).toEqual([[4, [104]]]);
    await under().log.append(boardId, newRow(bytesOf(9)));
    expect(await read(boardId)).toEqual([
      [4, [104]],
      [5, [9]],
    ]);
  });

  test('[SYNC-33] rows above a seq are read without the state that stands for some of them', async () => {
    const boardId = await boardWithRows(4);
    await keep(boardId, 3);
    expect(await read(boardId, 2)).toEqual([
      [3, [2]],
      [4, [3]],
    ]);
  });

  test('[SYNC-33] a large state comes back byte for byte', async () => {
    const boardId = await boardWithRows(1);
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 7) % 253);
    await under().log.keepState(boardId, { epoch: 1, seq: 1, bytes });
    const { state } = await under().log.read(boardId);
    expect(Buffer.compare(state?.bytes ?? bytesOf(), bytes)).toBe(0);
  });

  test('[SYNC-33] a state beyond the log is refused, one kept twice is there once', async () => {
    const boardId = await boardWithRows(2);
    await expect(keep(boardId, 3)).rejects.toBeInstanceOf(StaleEpoch);
    await expect(keep(boardId, 2, 2)).rejects.toBeInstanceOf(StaleEpoch);
    await Promise.all([keep(boardId, 2), keep(boardId, 2)]);
    await keep(boardId, 2);
    expect(await under().statesOf(boardId)).toEqual([2]);
    expect(await read(boardId)).toEqual([[2, [102]]]);
  });

  test('[SYNC-33] rows go once the older of two states stands for them, and not before', async () => {
    const boardId = await boardWithRows(6);
    const { log, rowsOf, statesOf } = under();
    expect(await log.prune(boardId, ALL)).toBe(0);
    await keep(boardId, 3);
    expect(await log.prune(boardId, ALL)).toBe(0);
    await keep(boardId, 5);
    expect(await log.prune(boardId, NONE)).toBe(0);
    expect(await log.prune(boardId, ALL)).toBe(3);
    expect(await log.prune(boardId, ALL)).toBe(0);
    expect(await rowsOf(boardId)).toEqual([4, 5, 6]);
    await keep(boardId, 6);
    expect(await log.prune(boardId, NONE)).toBe(0);
    expect(await statesOf(boardId)).toEqual([5, 6]);
    expect(await rowsOf(boardId)).toEqual([4, 5, 6]);
    expect(await log.append(boardId, newRow(bytesOf(9)))).toBe(7);
  });

  test('[SYNC-33] who asks for rows that were pruned gets the state and the rows after it', async () => {
    const boardId = await boardWithRows(6);
    await keep(boardId, 3);
    await keep(boardId, 5);
    await under().log.prune(boardId, ALL);
    const before = under().damages.length;
    expect(await read(boardId, 2)).toEqual([
      [5, [105]],
      [6, [5]],
    ]);
    expect(await read(boardId, 3)).toEqual([
      [4, [3]],
      [5, [4]],
      [6, [5]],
    ]);
    expect(under().damages.length).toBe(before);
  });

  test('[SYNC-33] a state that does not fit its checksum lets no row go', async () => {
    const boardId = await boardWithRows(5);
    const { log, spoilState, statesOf, rowsOf } = under();
    await keep(boardId, 2);
    await keep(boardId, 4);
    await spoilState(boardId, 2, bitFlipped);
    expect(await log.prune(boardId, ALL)).toBe(0);
    await keep(boardId, 5);
    await spoilState(boardId, 5, bitFlipped);
    expect(await log.prune(boardId, ALL)).toBe(0);
    await keep(boardId, 5);
    expect(await log.prune(boardId, ALL)).toBe(4);
    expect(await statesOf(boardId)).toEqual([4, 5]);
    expect(await rowsOf(boardId)).toEqual([5]);
    expect(await read(boardId)).toEqual([[5, [105]]]);
  });

  test('[SYNC-34] states and rows of the old epoch are no part of the new, and go in time', async () => {
    const boardId = await boardWithRows(3);
    const { log, rowsOf, statesOf } = under();
    await keep(boardId, 2);
    await keep(boardId, 3);
    await log.rebuild(boardId, { epoch: 1, seq: 3 }, bytesOf(50));
    expect(await read(boardId)).toEqual([[4, [50]]]);
    expect(await log.prune(boardId, ALL)).toBe(0);
    await log.append(boardId, newRow(bytesOf(5), { epoch: 2 }));
    await keep(boardId, 4, 2);
    await keep(boardId, 5, 2);
    expect(await log.prune(boardId, ALL)).toBe(4);
    expect(await rowsOf(boardId)).toEqual([5]);
    expect(await statesOf(boardId)).toEqual([4, 5]);
    expect(await read(boardId, 3)).toEqual([[5, [105]]]);
  });
}
