import type { BoardView } from '#board/api/boards.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { lastWritten } from './last-written.ts';
import { boardParts, viewBoard } from './view-board.ts';

/** The team's boards, last changed first; with `binned` those in the bin instead. */
export async function listBoards(
  house: House,
  actor: Actor,
  { teamId, binned = false }: { teamId: string; binned?: boolean },
): Promise<BoardView[]> {
  const { subjects } = await mustOnTeam(house, actor, teamId, 'team.see-boards');
  const boards = await house.db.board.findMany({
    where: { teamId, binnedAt: binned ? { not: null } : null },
    include: boardParts,
  });
  const written = await lastWritten(
    house.db,
    boards.map(({ id }) => id),
  );
  return boards
    .map((board) => viewBoard(board, subjects, written.get(board.id)))
    .sort((a, b) => (a.updatedAt > b.updatedAt ? -1 : 1));
}
