import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pathId } from '#board/api/problem.ts';
import { asShown } from '#components/tasks/shown-as.ts';
import { TaskOverview } from '#components/tasks/task-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listShownTasks } from '#server/tasks/list-shown-tasks.ts';
import { listTeams } from '#server/teams/list-teams.ts';
import { pageAnswer } from '../../page-answer.ts';
import { today } from '../../today.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('app'))('myActions') };
}

export default async function TasksPage({
  searchParams,
}: {
  searchParams: Promise<{ team?: string | string[]; view?: string | string[] }>;
}) {
  const asked = await searchParams;
  const team = pathId.safeParse(asked.team).data;
  const actor = await whoAsks();
  const here = team ? `/tasks?team=${encodeURIComponent(team)}` : '/tasks';
  const whose = team ? { team } : { owner: 'me' };
  const tasks = await pageAnswer(listShownTasks(theHouse(), actor, whose), here);
  const helped = team
    ? []
    : await pageAnswer(listShownTasks(theHouse(), actor, { buddy: 'me' }), here);
  const teams = await pageAnswer(listTeams(theHouse(), actor), here);
  return (
    <TaskOverview
      tasks={tasks}
      helping={helped}
      teams={teams}
      teamId={team ?? null}
      today={await today()}
      shown={asShown(asked.view)}
    />
  );
}
