import { asBoardId } from '#board/ids.ts';
import type { House } from '../house.ts';

type Deps = Pick<House, 'db' | 'documents' | 'log' | 'owedTeams'>;

/**
 * Brings team facts (people, measures) on the team's open boards up to date, after what they tell was
 * committed. A failure here is none of the asker's, whose deed is stored: it is owed, and made good by
 * the next round. [ACT-32]
 */
export async function refreshTeamBoards(house: Deps, teamId: string): Promise<void> {
  house.owedTeams.add(teamId);
  await refreshOwedTeams(house).catch((error: unknown) =>
    house.log.warn({ err: error, teamId }, 'boards could not be brought up to date; trying again'),
  );
}

/**
 * Makes good what is owed to boards; throws the first failure, and owes the rest still. What is asked
 * for again meanwhile is done again.
 */
export async function refreshOwedTeams({ db, documents, owedTeams }: Deps): Promise<void> {
  for (const teamId of [...owedTeams]) {
    owedTeams.delete(teamId);
    try {
      const boards = await db.board.findMany({
        where: { teamId, binnedAt: null },
        select: { id: true },
      });
      for (const { id } of boards) await documents.refresh(asBoardId(id));
    } catch (error) {
      owedTeams.add(teamId);
      throw error;
    }
  }
}

/** The same for every team of a person, whose name has changed. */
export async function refreshBoardsOf(house: Deps, userId: string): Promise<void> {
  const teams = await house.db.membership.findMany({ where: { userId }, select: { teamId: true } });
  for (const { teamId } of teams) await refreshTeamBoards(house, teamId);
}
