import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MeasureStoryView } from '#board/api/measures.ts';
import { ReadingRow } from './reading-row.tsx';

interface Props {
  measure: MeasureStoryView;
  today: string;
  all: boolean;
}

const SHOWN = 30; // the newest; a year of weekly readings is two of these

/** Every reading with who entered it and what it was before, newest first. */
export function ReadingList({ measure, today, all }: Props) {
  const t = useTranslations('measures.readings');
  const { id, unit, readings, may } = measure;
  const newestFirst = [...readings].reverse();
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN);
  if (shown.length === 0) return <p className="text-soft">{t('none')}</p>;
  return (
    <>
      <table className="w-full border-separate border-spacing-0 rounded-card border border-line bg-surface text-left tabular-nums">
        <thead className="text-12 text-soft">
          <tr>
            <th className="py-2 pr-2 pl-4 font-normal">{t('day')}</th>
            <th className="px-2 py-2 text-right font-normal">{t('value')}</th>
            <th className="px-2 py-2 font-normal sm:pl-6">{t('entered')}</th>
            {may.write && <td />}
          </tr>
        </thead>
        <tbody>
          {shown.map((reading) => (
            <ReadingRow
              key={reading.id}
              measureId={id}
              unit={unit}
              reading={reading}
              today={today}
              mayWrite={may.write}
            />
          ))}
        </tbody>
      </table>
      {shown.length < readings.length && (
        <Link href="?all=1" scroll={false} className="self-start text-accent hover:underline">
          {t('all', { count: readings.length })}
        </Link>
      )}
    </>
  );
}
