import type { BoardView } from '#board/api/boards.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { lastWritten } from './last-written.ts';
import { boardParts, viewBoard } from './view-board.ts';

export async function readBoard(house: House, actor: Actor, boardId: string): Promise<BoardView> {
  const { subjects } = await mustOnBoard(house, actor, boardId, 'board.see');
  const board = await house.db.board.findUniqueOrThrow({
    where: { id: boardId },
    include: boardParts,
  });
  const written = await lastWritten(house.db, [boardId]);
  return viewBoard(board, subjects, written.get(boardId));
}
