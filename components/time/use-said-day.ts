import { useFormatter } from 'next-intl';
import type { Day } from '#board/calendar.ts';
import { noon } from './noon.ts';

/** A day in full words, with its year where that is another one than today's. */
export function useSaidDay(today: Day): (day: Day) => string {
  const format = useFormatter();
  return (day) =>
    format.dateTime(noon(day), {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    });
}
