import { useFormatter, useNow, useTranslations } from 'next-intl';
import type { MeasureFact } from '#board/facts.ts';
import { noon } from '#components/time/noon.ts';

const DAY = 86_400_000; // ms
const OLD = 14; // days; a measure that nobody has read for two meetings says so

/** How old the newest reading is: an old number is said to be old. */
export function MeasureAge({ readings }: Pick<MeasureFact, 'readings'>) {
  const t = useTranslations('card.measure');
  const format = useFormatter();
  const now = useNow({ updateInterval: 3_600_000 });
  const newest = readings.at(-1);
  if (!newest) return <span className="text-soft">{t('noReadings')}</span>;
  const days = Math.max(0, Math.round((now.getTime() - noon(newest.at).getTime()) / DAY));
  const day = format.dateTime(noon(newest.at), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <span className={days > OLD ? 'font-medium text-danger' : 'text-soft'}>
      {t('age', { days, day })}
    </span>
  );
}
