import { asBoardId } from '#board/ids.ts';
import type { House } from '../house.ts';

/** Brings team facts (people, measures) on the team's open boards up to date. */
export async function refreshTeamBoards({ db, documents }: House, teamId: string): Promise<void> {
  const boards = await db.board.findMany({
    where: { teamId, binnedAt: null },
    select: { id: true },
  });
  for (const { id } of boards) await documents.refresh(asBoardId(id));
}
