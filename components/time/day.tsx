import { useFormatter, useNow, useTranslations } from 'next-intl';
import { daysBetween } from './days-between.ts';
import { noon } from './noon.ts';

interface Props {
  day: string;
  /** With it, the days around today are called by name. */
  today?: string;
}

export function Day({ day, today }: Props) {
  const format = useFormatter();
  const t = useTranslations('time');
  const year = useNow().getFullYear();
  const away = today === undefined ? null : daysBetween(today, day);
  const named =
    away === 0 ? t('today') : away === 1 ? t('tomorrow') : away === -1 && t('yesterday');
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {named ||
        format.dateTime(noon(day), {
          timeZone: 'UTC',
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          // A date in another year is no use without it.
          ...(day.startsWith(String(year)) ? {} : { year: 'numeric' }),
        })}
    </time>
  );
}
