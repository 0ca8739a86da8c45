import { useFormatter, useNow, useTimeZone, useTranslations } from 'next-intl';
import { dayIn } from '#board/calendar.ts';
import { daysBetween } from './days-between.ts';

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A moment in the reader's own time zone. */
export function Moment({ at }: { at: string }) {
  const format = useFormatter();
  const t = useTranslations('time');
  const zone = useTimeZone() ?? 'UTC';
  const today = dayIn(zone, useNow());
  const moment = new Date(at);
  const day = dayIn(zone, moment);
  const away = daysBetween(today, day);
  const named = away === 0 ? t('today') : away === -1 && t('yesterday');
  return (
    <time dateTime={at} className="whitespace-nowrap tabular-nums">
      {named
        ? t('at', { day: named, time: format.dateTime(moment, clock) })
        : format.dateTime(moment, {
            day: 'numeric',
            month: 'short',
            ...clock,
            // A date in another year is no use without it.
            ...(today.slice(0, 4) === day.slice(0, 4)
              ? { weekday: 'short' as const }
              : { year: 'numeric' as const }),
          })}
    </time>
  );
}
