import type { Metadata } from 'next';
import { may } from '#board/access.ts';
import { TaskPageBody } from '#components/tasks/task-page-body.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { listMembers } from '#server/teams/list-members.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../page-answer.ts';
import { today } from '../../../today.ts';

interface Props {
  params: Promise<{ taskId: string }>;
}

async function askedTask({ params }: Props) {
  const { taskId } = await params;
  return pageAnswer(readTask(theHouse(), await whoAsks(), taskId), `/tasks/${taskId}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await askedTask(props)).title };
}

export default async function TaskPage(props: Props) {
  const task = await askedTask(props);
  const actor = await whoAsks();
  const here = `/tasks/${task.id}`;
  const { role } = await pageAnswer(readTeam(theHouse(), actor, task.teamId), here);
  const members = await pageAnswer(listMembers(theHouse(), actor, task.teamId), here);
  return (
    <TaskPageBody
      task={task}
      members={members}
      today={await today()}
      mayMove={may(role ? [role] : [], 'task.move')}
    />
  );
}
