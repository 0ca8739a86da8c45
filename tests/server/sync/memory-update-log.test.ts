import { describe } from 'vitest';
import type { BoardId } from '#board/ids.ts';
import type { StoredRow } from '#server/sync/update-log.ts';
import { MemoryUpdateLog } from '#tests/support/memory-update-log.ts';
import { updateLogContract } from './update-log-contract.ts';

describe('the log in memory', () => {
  updateLogContract(() => {
    const log = new MemoryUpdateLog();
    const change = (boardId: BoardId, to: (rows: StoredRow[]) => StoredRow[]): Promise<void> => {
      const board = log.boards.get(boardId);
      if (board) board.rows = to(board.rows);
      return Promise.resolve();
    };
    return Promise.resolve({
      log,
      addBoard: () => Promise.resolve(),
      damage: (boardId, seq) =>
        change(boardId, (rows) =>
          rows.map((row) => (row.seq === seq ? { ...row, bytes: Uint8Array.of(66) } : row)),
        ),
      lose: (boardId, seq) => change(boardId, (rows) => rows.filter((row) => row.seq !== seq)),
      nextEpoch: (boardId) => {
        const board = log.boards.get(boardId);
        if (board) board.epoch += 1;
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    });
  });
});
