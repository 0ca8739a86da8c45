import type { Locale } from '#board/api/people.ts';

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** A day `yyyy-mm-dd` as people write it: Monday 29 March 2027. */
export function writtenDay(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tags[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // At noon in UTC, so that no zone shifts it to its neighbour.
  return format.format(new Date(`${day}T12:00:00Z`));
}
