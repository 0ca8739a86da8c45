import clsx from 'clsx';
import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { Day } from '#components/time/day.tsx';
import { daysBetween } from '#components/time/days-between.ts';
import { dayOf, dayWord, groupOf } from './group-tasks.ts';

/** The day that counts for a task; a late one says by how many days. */
export function CardDay({ task, today }: { task: TaskView; today: string }) {
  const t = useTranslations('tasks');
  const group = groupOf(task, today);
  if (group === 'done') return null;
  const late = group === 'late';
  const day = () => <Day day={dayOf(task)} today={today} />;
  return (
    <p
      className={clsx(
        'flex items-start gap-1 text-12',
        late ? 'font-medium text-danger' : 'text-soft',
      )}
    >
      <CalendarClock aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {t.rich(dayWord(task, group), { day })}
        {late && <> · {t('board.lateBy', { days: daysBetween(task.due, today) })}</>}
      </span>
    </p>
  );
}
