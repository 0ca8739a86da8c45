import { may } from '#board/access.ts';
import { TeamTasks } from '#components/tasks/team-tasks.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listTasks } from '#server/tasks/list-tasks.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../../page-answer.ts';
import { today } from '../../../../today.ts';

export default async function TeamTasksPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const actor = await whoAsks();
  const here = `/teams/${teamId}/tasks`;
  const { role } = await pageAnswer(readTeam(theHouse(), actor, teamId), here);
  const tasks = await pageAnswer(listTasks(theHouse(), actor, { team: teamId, limit: 200 }), here);
  return (
    <TeamTasks
      tasks={tasks.items}
      today={await today()}
      mayMove={may(role ? [role] : [], 'task.move')}
    />
  );
}
