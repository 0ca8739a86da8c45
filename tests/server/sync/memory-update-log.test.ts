import { describe } from 'vitest';
import type { BoardId } from '#board/ids.ts';
import type { DamagedLog } from '#server/sync/update-log.ts';
import type { MemoryBoard } from '#tests/support/memory-board.ts';
import { MemoryUpdateLog } from '#tests/support/memory-update-log.ts';
import { updateLogContract } from './update-log-contract.ts';

describe('the log in memory', () => {
  updateLogContract(() => {
    const log = new MemoryUpdateLog();
    const deaf = new MemoryUpdateLog(log.boards);
    deaf.afterCommit = () => Promise.reject(new Error('the connection was lost'));
    const damages: DamagedLog[] = [];
    log.onDamage = (damage) => damages.push(damage);
    const change = (boardId: BoardId, work: (board: MemoryBoard) => void): Promise<void> => {
      const board = log.boards.get(boardId);
      if (board) work(board);
      return Promise.resolve();
    };
    const seqs = (rows: readonly { seq: number }[] = []): Promise<number[]> =>
      Promise.resolve(rows.map(({ seq }) => seq));
    return Promise.resolve({
      log,
      other: new MemoryUpdateLog(log.boards),
      deaf,
      damages,
      addBoard: () => Promise.resolve(),
      spoilRow: (boardId, at, spoil) =>
        change(boardId, (board) => {
          board.rows = board.rows.map((row) =>
            row.seq === at ? { ...row, bytes: spoil(row.bytes) } : row,
          );
        }),
      spoilState: (boardId, at, spoil) =>
        change(boardId, (board) => {
          board.states = board.states.map((state) =>
            state.seq === at ? { ...state, bytes: spoil(state.bytes) } : state,
          );
        }),
      lose: (boardId, at) =>
        change(boardId, (board) => {
          board.rows = board.rows.filter(({ seq }) => seq !== at);
        }),
      rowsOf: (boardId) => seqs(log.boards.get(boardId)?.rows),
      statesOf: (boardId) => seqs(log.boards.get(boardId)?.states),
      close: () => Promise.resolve(),
    });
  });
});
