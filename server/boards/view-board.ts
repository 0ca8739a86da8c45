import { may } from '#board/access.ts';
import type { Subject } from '#board/access.ts';
import type { BoardView } from '#board/api/boards.ts';
import type { TaskState } from '#board/facts.ts';
import type { Board, Prisma, Team } from '../db/generated/client.ts';

const openStates: TaskState[] = ['agreed', 'doing', 'done'];

/** What a board query has to include for `viewBoard`. */
export const boardParts = {
  team: true,
  _count: { select: { tasks: { where: { state: { in: openStates } } } } },
} satisfies Prisma.BoardInclude;

type BoardRow = Board & { team: Team; _count: { tasks: number } };

export function viewBoard(
  board: BoardRow,
  subjects: readonly Subject[],
  written: Date | undefined,
): BoardView {
  const { id, teamId, title, template, createdAt, binnedAt } = board;
  return {
    id,
    teamId,
    teamName: board.team.name,
    title,
    template,
    createdAt: createdAt.toISOString(),
    updatedAt: lastChange(board, written).toISOString(),
    binnedAt: binnedAt?.toISOString() ?? null,
    access: may(subjects, 'board.write') ? 'write' : 'view',
    openTasks: board._count.tasks,
  };
}

/** The row changes when the board is renamed; its log when somebody writes on it. */
function lastChange({ updatedAt }: BoardRow, written: Date | undefined): Date {
  return written && written > updatedAt ? written : updatedAt;
}
