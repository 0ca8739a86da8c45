import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { groupOf } from './group-tasks.ts';
import { TaskList } from './task-list.tsx';

/** What others promised and I help with, as long as it asks for something; nothing without any. [ACT-43] */
export function HelpingWith({ tasks, today }: { tasks: readonly TaskView[]; today: string }) {
  const t = useTranslations('tasks');
  const open = tasks.filter((task) => groupOf(task, today) !== 'done');
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="helping" className="flex flex-col gap-4 border-t border-line pt-6">
      <div>
        <h2 id="helping" className="text-16 font-semibold">
          {t('helping')}
        </h2>
        <p className="text-soft">{t('helpingHint')}</p>
      </div>
      <TaskList tasks={open} today={today} mayMove={false} owners />
    </section>
  );
}
