import type { BoardView } from '#board/api/boards.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { readBoard } from './read-board.ts';

/** Takes a board out of the bin as it was. */
export async function restoreBoard(
  house: House,
  actor: Actor,
  boardId: string,
): Promise<BoardView> {
  await mustOnBoard(house, actor, boardId, 'board.bin', { binned: true });
  await house.db.$transaction(async (tx) => {
    await tx.board.update({ where: { id: boardId }, data: { binnedAt: null } });
    await recordDeed(tx, actor, 'board.restore', boardId);
  });
  return readBoard(house, actor, boardId);
}
