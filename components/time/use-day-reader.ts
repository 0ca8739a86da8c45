import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { day } from '#board/calendar.ts';
import type { Day } from '#board/calendar.ts';

type Read = (words: string, today: Day, locale: string) => Day | undefined;

/**
 * Reads days in the person's language. The parser comes when the first field shows, so that no page
 * loads it with itself; until it is there, or when it cannot come, `yyyy-mm-dd` alone is a day.
 */
export function useDayReader(): (words: string, today: Day) => Day | undefined {
  const locale = useLocale();
  const [read, setRead] = useState<{ by: Read }>();
  useEffect(() => {
    let wanted = true;
    import('./read-day.ts').then(
      ({ readDay }) => wanted && setRead({ by: readDay }),
      // Without a connection; the calendar and dates in figures still do.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return (words, today) =>
    read ? read.by(words, today, locale) : day.safeParse(words.trim()).data;
}
