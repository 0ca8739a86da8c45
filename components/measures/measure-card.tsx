import Link from 'next/link';
import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import type { MeasureActionView, MeasureView } from '#board/api/measures.ts';
import { Day } from '#components/time/day.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { RunChart } from '#components/ui/run-chart.tsx';
import { AddReading } from './add-reading.tsx';
import { listActions } from './chart-marks.ts';
import type { ListedAction } from './chart-marks.ts';

interface Props {
  measure: MeasureView;
  /** What is meant to move it. */
  actions: readonly MeasureActionView[];
  today: string;
}

export function MeasureCard({ measure, actions, today }: Props) {
  const t = useTranslations('teams.measures');
  const page = useTranslations('measures');
  const direction = useTranslations('words.direction');
  const format = useFormatter();
  const { id, name, unit, target, targetBy, baseline } = measure;
  const readings = measure.readings.map(({ at, value }) => ({ at, value }));
  const series = { readings, target, baseline, unit, direction: measure.direction };
  const zone = useTimeZone() ?? 'UTC';
  const done = listActions(actions, zone).filter(({ doneAt }) => doneAt !== null);
  const value = (number: number) => `${format.number(number)} ${unit}`.trim();
  return (
    <article className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5">
      <div>
        <h2 className="text-16 font-semibold">
          <Link href={`/measures/${id}`} className="hover:underline">
            {name}
          </Link>
        </h2>
        <p className="text-soft">
          {target === null ? t('noTarget') : t('target', { value: value(target) })}
          {target !== null && targetBy !== null && (
            <> {t.rich('by', { day: () => <Day day={targetBy} today={today} /> })}</>
          )}
          {' · '}
          {direction(measure.direction)}
        </p>
        <p className="flex flex-wrap items-center gap-2 pt-1">
          <Link href={`/measures/${id}`} className="text-accent hover:underline">
            {page('open')}
          </Link>
          {measure.proposed && <Badge tone="accent">{page('proposedMark')}</Badge>}
        </p>
      </div>
      {readings.length === 0 ? (
        <p className="flex h-48 items-center justify-center rounded-card bg-sunken px-6 text-center text-balance text-soft">
          {t('firstReading')}
        </p>
      ) : (
        <RunChart
          {...series}
          marks={done.map(({ day, title }) => ({ at: day ?? today, label: title }))}
        />
      )}
      <DoneMarks done={done} today={today} />
      <AddReading measureId={id} unit={unit} today={today} />
    </article>
  );
}

const SHOWN = 3; // the newest; the chart marks them all

/** Says which action each mark in the chart is. */
function DoneMarks({ done, today }: { done: readonly ListedAction[]; today: string }) {
  const t = useTranslations('teams.measures');
  const newest = [...done].reverse().slice(0, SHOWN);
  if (newest.length === 0) return null;
  return (
    <ul aria-label={t('actions')} className="flex flex-col gap-1 text-12 text-soft">
      {newest.map(({ taskId, title, day }) => (
        <li key={taskId} className="flex items-baseline gap-2">
          <span aria-hidden className="size-2 shrink-0 rotate-45 bg-do" />
          <span>
            <Day day={day ?? today} today={today} />{' '}
            <Link href={`/tasks/${taskId}`} className="hover:text-ink hover:underline">
              {title}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
