import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { groupTasks, taskGroups } from '#components/tasks/group-tasks.ts';
import { TaskList } from '#components/tasks/task-list.tsx';

interface Props {
  tasks: readonly TaskView[];
  today: string;
}

const open = taskGroups.filter((group) => group !== 'done');
const SHOWN = 6; // what fits beside the boards

/** What I promised, nearest first. */
export function DueSoon({ tasks, today }: Props) {
  const t = useTranslations('home');
  const groups = groupTasks(tasks, today);
  const soon = open.flatMap((group) => groups[group]).slice(0, SHOWN);
  return (
    <aside className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-4">
        <h2 className="text-16 font-semibold">{t('myActions')}</h2>
        {tasks.length > 0 && (
          <Link href="/tasks" className="inline-flex min-h-8 items-center text-soft hover:text-ink">
            {t('allActions')}
          </Link>
        )}
      </div>
      {soon.length === 0 ? (
        <p className="text-pretty text-soft">
          {t(tasks.length === 0 ? 'noActions' : 'nothingOpen')}
        </p>
      ) : (
        <TaskList tasks={soon} today={today} only={open} />
      )}
    </aside>
  );
}
