import type { Metadata } from 'next';
import { may } from '#board/access.ts';
import { askedStep } from '#components/tasks/asked-steps.ts';
import { TaskPageBody } from '#components/tasks/task-page-body.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { isRefusal } from '#server/refusal.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { listMembers } from '#server/teams/list-members.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../page-answer.ts';
import { today } from '../../../today.ts';

interface Props {
  params: Promise<{ taskId: string }>;
  /** A link in a mail says with `do` what it is about. */
  searchParams: Promise<{ do?: string | string[] }>;
}

async function askedTask({ params, searchParams }: Props) {
  const { taskId } = await params;
  const step = askedStep((await searchParams).do);
  const here = `/tasks/${taskId}${step === null ? '' : `?do=${step}`}`;
  return pageAnswer(readTask(theHouse(), await whoAsks(), taskId), here);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await askedTask(props)).title };
}

export default async function TaskPage(props: Props) {
  const task = await askedTask(props);
  const actor = await whoAsks();
  const asker = actor.kind === 'user' ? actor.id : null;
  const owns = asker === task.owner.id;
  const role = await unlessGone(readTeam(theHouse(), actor, task.teamId).then((team) => team.role));
  const members = await unlessGone(listMembers(theHouse(), actor, task.teamId));
  const subjects = role ? [role] : [];
  return (
    <TaskPageBody
      task={task}
      members={members ?? []}
      today={await today()}
      step={askedStep((await props.searchParams).do)}
      mayMove={owns || may(subjects, 'task.move')}
      me={owns || asker === task.buddy?.id || may(subjects, 'task.comment') ? asker : null}
    />
  );
}

/** A promise stays its owner's to see and keep, also after they left the team. */
function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
}
