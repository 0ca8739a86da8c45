'use client';

import { Check } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { taskView } from '#board/api/tasks.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { mayCheckEffect, mayMove } from '#board/ladder.ts';
import { nextCheck } from '#board/holding.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Day } from '#components/time/day.tsx';
import { Button } from '#components/ui/button.tsx';
import { AskedDayForm } from './asked-day-form.tsx';
import type { AskedStep } from './asked-steps.ts';

interface Props {
  task: TaskView;
  step: AskedStep;
  today: string;
}

/** The one step that a link in a mail is about: opening the link changes nothing, one press does. [MAIL-7] */
export function AskedStepForm({ task, step, today }: Props) {
  const t = useTranslations('tasks.asked');
  const open = task.state === 'agreed' || task.state === 'doing';
  if (step === 'hold')
    return nextCheck(task.state, task.holdingChecks) ? null : <Panel>{t('closed')}</Panel>;
  if (step === 'effect') {
    // The check itself stands below.
    if (mayCheckEffect(task.state)) return null;
    return <Panel>{t(open ? 'notYet' : 'closed')}</Panel>;
  }
  if (!open || !mayMove(task.state, 'done')) return <Panel>{t('doneAlready')}</Panel>;
  return step === 'done' ? <DoneStep task={task} today={today} /> : <AskedDayForm task={task} />;
}

// Somebody came for this one press.
const focusAtOnce = (button: HTMLButtonElement | null) => button?.focus();

function DoneStep({ task, today }: { task: TaskView; today: string }) {
  const t = useTranslations('tasks.asked');
  const router = useRouter();
  const { busy, run } = useDeed();
  const { checkOn } = task.effect;

  async function move() {
    const done = await run({
      method: 'PATCH',
      path: `/tasks/${task.id}`,
      body: { state: 'done', revision: task.revision },
      view: taskView,
      said: t('doneSaid', { title: task.title }),
    });
    // Without what the mail asked for: that is done.
    if (done) router.replace(`/tasks/${task.id}`);
  }

  return (
    <section
      aria-labelledby="asked-step"
      className="flex flex-col gap-4 rounded-card border border-accent bg-surface p-5"
    >
      <div>
        <h2 id="asked-step" className="text-16 font-semibold">
          {t('done')}
        </h2>
        {checkOn && (
          <p className="text-soft">
            {t.rich('doneHint', { day: () => <Day day={checkOn} today={today} /> })}
          </p>
        )}
      </div>
      <Button
        ref={focusAtOnce}
        variant="primary"
        busy={busy}
        icon={<Check aria-hidden className="size-4" />}
        className="self-start max-sm:self-stretch"
        onClick={() => void move()}
      >
        {t('doneSubmit')}
      </Button>
    </section>
  );
}

function Panel({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="rounded-card bg-sunken px-4 py-3 text-soft">
      {children}
    </p>
  );
}
