import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { MeasureView } from '#board/api/measures.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { Day } from '#components/time/day.tsx';
import { RunChart } from '#components/ui/run-chart.tsx';
import { AddReading } from './add-reading.tsx';

interface Props {
  measure: MeasureView;
  /** Tasks whose effect is seen by this measure and that are done. */
  done: readonly TaskView[];
  today: string;
}

export function MeasureCard({ measure, done, today }: Props) {
  const t = useTranslations('teams.measures');
  const direction = useTranslations('words.direction');
  const format = useFormatter();
  const { name, unit, target, targetBy } = measure;
  const value = (number: number) => `${format.number(number)} ${unit}`.trim();
  return (
    <article className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5">
      <div>
        <h2 className="text-16 font-semibold">{name}</h2>
        <p className="text-soft">
          {target === null ? t('noTarget') : t('target', { value: value(target) })}
          {target !== null && targetBy !== null && (
            <> {t.rich('by', { day: () => <Day day={targetBy} today={today} /> })}</>
          )}
          {' · '}
          {direction(measure.direction)}
        </p>
      </div>
      {measure.readings.length === 0 ? (
        <p className="flex h-48 items-center justify-center rounded-card bg-sunken px-6 text-center text-balance text-soft">
          {t('firstReading')}
        </p>
      ) : (
        <RunChart {...measure} marks={done.map((task) => ({ at: task.due, label: task.title }))} />
      )}
      <DoneMarks done={done} today={today} />
      <AddReading measureId={measure.id} unit={unit} today={today} />
    </article>
  );
}

const SHOWN = 3; // the newest; the chart marks them all

/** Says which action each mark in the chart is. */
function DoneMarks({ done, today }: Pick<Props, 'done' | 'today'>) {
  const t = useTranslations('teams.measures');
  const newest = [...done].sort((a, b) => (a.due < b.due ? 1 : -1)).slice(0, SHOWN);
  if (newest.length === 0) return null;
  return (
    <ul aria-label={t('actions')} className="flex flex-col gap-1 text-12 text-soft">
      {newest.map((task) => (
        <li key={task.id} className="flex items-baseline gap-2">
          <span aria-hidden className="size-2 shrink-0 rotate-45 bg-do" />
          <span>
            <Day day={task.due} today={today} />{' '}
            <Link href={`/tasks/${task.id}`} className="hover:text-ink hover:underline">
              {task.title}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
