import type { BoardView, ChangeBoardInput } from '#board/api/boards.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { readBoard } from './read-board.ts';

/** Renames a board; whoever has it open sees the new title at once. */
export async function changeBoard(
  house: House,
  actor: Actor,
  boardId: string,
  { title }: ChangeBoardInput,
): Promise<BoardView> {
  await mustOnBoard(house, actor, boardId, 'board.rename');
  await house.db.$transaction(async (tx) => {
    await tx.board.update({ where: { id: boardId }, data: { title, updatedAt: house.clock() } });
    await recordDeed(tx, actor, 'board.rename', boardId, { title });
  });
  await house.documents.refresh(asBoardId(boardId));
  return readBoard(house, actor, boardId);
}
