import type { TeamGlanceView } from '#board/api/glance.ts';
import type { Glimpse } from './glimpse.ts';

/** The newest snapshot of any board of the team, for its picture. */
export async function newestSnapshot({
  db,
  teamId,
}: Glimpse): Promise<TeamGlanceView['newestSnapshot']> {
  const found = await db.snapshot.findFirst({
    where: { board: { teamId, binnedAt: null }, goneAt: null },
    include: { board: true },
    orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
  });
  if (!found) return null;
  const { id, boardId, board, createdAt } = found;
  return {
    snapshotId: id,
    boardId,
    boardTitle: board.title,
    takenAt: createdAt.toISOString(),
  };
}
