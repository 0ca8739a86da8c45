import { may } from '#board/access.ts';
import { asShown } from '#components/tasks/shown-as.ts';
import { TeamTasks } from '#components/tasks/team-tasks.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listShownTasks } from '#server/tasks/list-shown-tasks.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../../page-answer.ts';
import { today } from '../../../../today.ts';

interface Props {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<{ view?: string | string[] }>;
}

export default async function TeamTasksPage({ params, searchParams }: Props) {
  const { teamId } = await params;
  const actor = await whoAsks();
  const here = `/teams/${teamId}/tasks`;
  const { role } = await pageAnswer(readTeam(theHouse(), actor, teamId), here);
  const tasks = await pageAnswer(listShownTasks(theHouse(), actor, { team: teamId }), here);
  return (
    <TeamTasks
      tasks={tasks}
      today={await today()}
      shown={asShown((await searchParams).view)}
      mayMove={may(role ? [role] : [], 'task.move')}
    />
  );
}
