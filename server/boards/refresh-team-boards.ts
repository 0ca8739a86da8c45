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

/** The same for every team of a person, whose name has changed. */
export async function refreshBoardsOf(house: House, userId: string): Promise<void> {
  const teams = await house.db.membership.findMany({ where: { userId }, select: { teamId: true } });
  for (const { teamId } of teams) await refreshTeamBoards(house, teamId);
}
