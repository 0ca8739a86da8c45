import { redirect } from 'next/navigation';
import { BoardOverview } from '#components/boards/board-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { listBoards } from '#server/boards/list-boards.ts';
import { theHouse } from '#server/house.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../page-answer.ts';

export default async function BoardsPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const actor = await whoAsks();
  const here = `/teams/${teamId}`;
  const { role } = await pageAnswer(readTeam(theHouse(), actor, teamId), here);
  // An administrator keeps the members of a team, and sees nothing of its work.
  if (role === null) redirect(`${here}/members`);
  const boards = await pageAnswer(listBoards(theHouse(), actor, { teamId }), here);
  return <BoardOverview teamId={teamId} boards={boards} role={role} />;
}
