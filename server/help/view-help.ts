import type { HelpView } from '#board/api/help.ts';
import type { Prisma } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a help query has to include for `viewHelp`. */
export const helpParts = {
  by: true,
  board: true,
  review: { select: { snapshotId: true } },
  moves: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.HelpInclude;

export type HelpRow = Prisma.HelpGetPayload<{ include: typeof helpParts }>;

export function viewHelp(row: HelpRow): HelpView {
  const { id, board, text, due, state, by, createdAt, closedAt, revision, review, moves } = row;
  return {
    ...{ id, boardId: board.id, boardTitle: board.title, teamId: board.teamId },
    ...{ text, due, state, promisedBy: nameOf(by), revision },
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    snapshotId: review?.snapshotId ?? null,
    moves: moves.map(({ at, ...move }) => ({
      ...{ due: move.due, state: move.state, reason: move.reason },
      at: at.toISOString(),
    })),
  };
}
