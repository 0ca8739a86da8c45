import type { TaskStoryView } from '#board/api/tasks.ts';
import type { MemberView } from '#board/api/teams.ts';
import { mayCheckEffect } from '#board/ladder.ts';
import { EffectCheck } from './effect-check.tsx';
import { HoldingChecks } from './holding-checks.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskStory } from './task-story.tsx';

interface Props {
  task: TaskStoryView;
  members: readonly MemberView[];
  today: string;
  mayMove: boolean;
}

export function TaskPageBody({ task, members, today, mayMove }: Props) {
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <TaskHead task={task} members={members} today={today} mayMove={mayMove} />
      {mayMove && mayCheckEffect(task.state) && <EffectCheck task={task} />}
      <HoldingChecks task={task} today={today} mayMove={mayMove} />
      <TaskStory task={task} members={members} today={today} />
    </div>
  );
}
