'use client';

import clsx from 'clsx';
import Link from 'next/link';
import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MeasureActionView } from '#board/api/measures.ts';
import { Day } from '#components/time/day.tsx';
import { RunChart } from '#components/ui/run-chart.tsx';
import type { RunSeries } from '#components/ui/run-facts.ts';
import { listActions, marksOf } from './chart-marks.ts';
import type { ListedAction } from './chart-marks.ts';

interface Props {
  series: RunSeries;
  actions: readonly MeasureActionView[];
  today: string;
}

/**
 * The run chart with the actions that were meant to move it. Each mark has the number of its line in
 * the list below; pointing at one, or reaching it by keyboard, shows the other.
 */
export function MeasureChart({ series, actions, today }: Props) {
  const t = useTranslations('measures.chart');
  const zone = useTimeZone() ?? 'UTC';
  const [lit, setLit] = useState<readonly string[]>([]);
  const listed = listActions(actions, zone);
  const marks = marksOf(listed);
  return (
    <div className="flex flex-col gap-6">
      <RunChart
        {...series}
        marks={marks.map((mark) => ({ ...mark, lit: mark.taskIds.some((id) => lit.includes(id)) }))}
        onPointAt={(mark) => setLit(marks.find(({ at }) => at === mark?.at)?.taskIds ?? [])}
      />
      {listed.length === 0 ? (
        <p className="text-12 text-soft">{t('noActions')}</p>
      ) : (
        <div className="flex flex-col gap-2">
          <h3 className="text-12 text-soft">{t('actions')}</h3>
          <ol className="flex flex-col gap-1">
            {listed.map((action) => (
              <ActionLine
                key={action.taskId}
                action={action}
                lit={lit.includes(action.taskId)}
                today={today}
                onLight={setLit}
              />
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

interface LineProps {
  action: ListedAction;
  lit: boolean;
  today: string;
  onLight: (taskIds: readonly string[]) => void;
}

function ActionLine({ action, lit, today, onLight }: LineProps) {
  const t = useTranslations('measures.chart');
  const { taskId, title, day, number, doneAt } = action;
  const light = () => onLight([taskId]);
  const dim = () => onLight([]);
  return (
    <li
      onPointerEnter={light}
      onPointerLeave={dim}
      className={clsx(
        '-mx-2 flex items-baseline gap-2 rounded-chip px-2 py-1',
        lit && 'bg-do-pale text-do-ink',
      )}
    >
      <span
        className={clsx(
          'w-5 shrink-0 rounded-chip text-center text-12 font-medium tabular-nums',
          number === null ? 'text-faint' : 'bg-do-pale text-do-ink',
        )}
      >
        {number ?? '–'}
      </span>
      <span className="min-w-0 grow">
        <Link
          href={`/tasks/${taskId}`}
          onFocus={light}
          onBlur={dim}
          className="font-medium hover:underline"
        >
          {title}
        </Link>{' '}
        <span className="text-12 text-soft">
          {day === null
            ? t('waiting')
            : t.rich(doneAt === null ? 'started' : 'done', {
                day: () => <Day day={day} today={today} />,
              })}
        </span>
      </span>
    </li>
  );
}
