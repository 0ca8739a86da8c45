import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReadingStoryView } from '#board/api/measures.ts';
import { Day } from '#components/time/day.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { CorrectReading } from './correct-reading.tsx';
import { ReadingHistory } from './reading-history.tsx';

interface Props {
  measureId: string;
  unit: string;
  reading: ReadingStoryView;
  today: string;
  mayWrite: boolean;
}

export function ReadingRow({ measureId, unit, reading, today, mayWrite }: Props) {
  const t = useTranslations('measures.readings');
  const format = useFormatter();
  const { at, value, by, enteredAt, withdrawn } = reading;
  const cell = 'border-t border-line py-2 align-top';
  return (
    <tr>
      <th scope="row" className={clsx(cell, 'pr-2 pl-4 font-normal')}>
        <span className={clsx(withdrawn && 'text-soft line-through')}>
          <Day day={at} today={today} />
        </span>
      </th>
      <td className={clsx(cell, 'px-2 text-right')}>
        <span
          className={clsx('font-medium whitespace-nowrap', withdrawn && 'text-soft line-through')}
        >
          {`${format.number(value)} ${unit}`.trim()}
        </span>
      </td>
      <td className={clsx(cell, 'px-2 text-soft sm:pl-6')}>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span>{by.name}</span>
          <span className="text-12">
            <Moment at={enteredAt} />
          </span>
          {withdrawn && <Badge>{t('withdrawn')}</Badge>}
        </span>
        <ReadingHistory unit={unit} corrections={reading.corrections} today={today} />
      </td>
      {mayWrite && (
        <td className={clsx(cell, 'pr-2 text-right')}>
          <div className="-my-1">
            <CorrectReading measureId={measureId} reading={reading} today={today} />
          </div>
        </td>
      )}
    </tr>
  );
}
