import type { TaskStoryView } from '#board/api/tasks.ts';
import type { MemberView } from '#board/api/teams.ts';
import { mayCheckEffect } from '#board/ladder.ts';
import { ConsentRounds } from '#components/consent/consent-rounds.tsx';
import { AskedStepForm } from './asked-step-form.tsx';
import type { AskedStep } from './asked-steps.ts';
import { EffectCheck } from './effect-check.tsx';
import { HoldingChecks } from './holding-checks.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskStory } from './task-story.tsx';

interface Props {
  task: TaskStoryView;
  members: readonly MemberView[];
  today: string;
  mayMove: boolean;
  /** What a link in a mail asked for. */
  step?: AskedStep | null;
  /** Whoever looks, if they may comment. */
  me: string | null;
}

export function TaskPageBody({ task, members, today, mayMove, step = null, me }: Props) {
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      {mayMove && step && <AskedStepForm key={step} task={task} step={step} today={today} />}
      <TaskHead {...{ task, members, today, mayMove }} mayDecline={task.mayDecline} />
      {mayMove && mayCheckEffect(task.state) && (
        <EffectCheck task={task} focused={step === 'effect'} />
      )}
      <HoldingChecks task={task} today={today} mayMove={mayMove} focused={step === 'hold'} />
      <ConsentRounds rounds={task.consent} />
      <TaskStory task={task} members={members} today={today} me={me} />
    </div>
  );
}
