import { useFormatter, useTranslations } from 'next-intl';
import type { MinutesWords } from '#board/minutes-sections.ts';
import { noon } from '#components/time/noon.ts';

/** The words of minutes on a page. */
export function useMinutesWords(): MinutesWords {
  const t = useTranslations('minutes');
  const word = useTranslations('words');
  const format = useFormatter();
  return {
    // Which texts there are is said by the sections, and held by their tests.
    say: (key, values) => t(key as never, values as never),
    word: (kind, name) => word(`${kind}.${name}` as never),
    day: (day) =>
      format.dateTime(noon(day), {
        ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
        timeZone: 'UTC',
      }),
    number: (value) => format.number(value, { maximumFractionDigits: 6 }),
    time: (moment) => format.dateTime(new Date(moment), { timeStyle: 'short' }),
  };
}
