import { redirect } from 'next/navigation';
import { BoardOverview } from '#components/boards/board-overview.tsx';
import { WaitingOnTeam } from '#components/inbox/waiting-on-team.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { listBoards } from '#server/boards/list-boards.ts';
import { theHouse } from '#server/house.ts';
import { listWaitingBoards } from '#server/inbox/waiting-boards.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../page-answer.ts';
import { today } from '../../../today.ts';

export default async function BoardsPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const actor = await whoAsks();
  const here = `/teams/${teamId}`;
  const { role } = await pageAnswer(readTeam(theHouse(), actor, teamId), here);
  // An administrator keeps the members of a team, and sees nothing of its work.
  if (role === null) redirect(`${here}/members`);
  const boards = await pageAnswer(listBoards(theHouse(), actor, { teamId }), here);
  const waiting = await pageAnswer(listWaitingBoards(theHouse(), actor, teamId), here);
  return (
    <div className="flex flex-col gap-8">
      {waiting.length > 0 && <WaitingOnTeam boards={waiting} today={await today()} />}
      <BoardOverview teamId={teamId} boards={boards} role={role} />
    </div>
  );
}
