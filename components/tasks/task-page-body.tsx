import type { TaskStoryView } from '#board/api/tasks.ts';
import type { MemberView } from '#board/api/teams.ts';
import { mayCheckEffect } from '#board/ladder.ts';
import { EffectCheck } from './effect-check.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskStory } from './task-story.tsx';

interface Props {
  task: TaskStoryView;
  members: readonly MemberView[];
  today: string;
  mayMove: boolean;
  /** Whoever looks, if they may comment. */
  me: string | null;
}

export function TaskPageBody({ task, members, today, mayMove, me }: Props) {
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <TaskHead task={task} members={members} today={today} mayMove={mayMove} />
      {mayMove && mayCheckEffect(task.state) && <EffectCheck task={task} />}
      <TaskStory task={task} members={members} today={today} me={me} />
    </div>
  );
}
