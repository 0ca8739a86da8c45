'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { taskView } from '#board/api/tasks.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';
import { DeclineTask } from './decline-task.tsx';
import { DeclinedLine } from './declined-line.tsx';

interface Props {
  task: TaskView;
  /** Whether whoever looks may decline it now. */
  mayDecline: boolean;
  mayMove: boolean;
}

/** On the page of a task: the way to decline it, or who did and the way to take it over. [ACT-40] [ACT-42] */
export function Declining({ task, mayDecline, mayMove }: Props) {
  const t = useTranslations('tasks.decline');
  const [declining, setDeclining] = useState(false);
  return (
    <>
      {mayDecline && (
        <section className="flex flex-wrap items-center justify-between gap-3 rounded-card bg-sunken px-4 py-3">
          <p className="min-w-0 grow basis-60">{t('given', { name: task.givenBy.name })}</p>
          <Button onClick={() => setDeclining(true)}>{t('open')}</Button>
        </section>
      )}
      {task.declined && (
        <section className="flex flex-wrap items-center justify-between gap-3 rounded-card bg-sunken px-4 py-3">
          <div className="min-w-0 grow basis-60">
            <DeclinedLine declined={task.declined} owner={task.owner} />
          </div>
          {mayMove && <TakeOver task={task} />}
        </section>
      )}
      {declining && (
        <DeclineTask task={task} giver={task.givenBy.name} onClose={() => setDeclining(false)} />
      )}
    </>
  );
}

function TakeOver({ task: { id, title, revision } }: { task: TaskView }) {
  const t = useTranslations('tasks.decline');
  const { busy, run } = useDeed();
  const take = () =>
    run({
      method: 'PATCH',
      path: `/tasks/${id}`,
      body: { owner: 'me', revision },
      view: taskView,
      said: t('taken', { title }),
    });
  return (
    <Button variant="primary" busy={busy} onClick={() => void take()}>
      {t('take')}
    </Button>
  );
}
