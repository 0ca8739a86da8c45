import type { Locale } from '#board/api/people.ts';
import type { MinutesWords } from '#board/minutes-sections.ts';
import { writtenDay } from '../mail/written-day.ts';
import { words } from '../words.ts';

/** For whom minutes are written: in their language, at their time. */
export interface MinutesForm {
  readonly locale: Locale;
  /** IANA name of a time zone. */
  readonly zone: string;
}

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** The words of minutes outside a page. */
export function minutesWords({ locale, zone }: MinutesForm): MinutesWords {
  const say = words(locale);
  const numbers = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 6 });
  const times = new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short', timeZone: zone });
  return {
    say: (key, values) => say(`minutes.${key}`, values),
    word: (kind, name) => say(`words.${kind}.${name}`),
    day: (day) => writtenDay(day, locale),
    number: (value) => numbers.format(value),
    time: (moment) => times.format(new Date(moment)),
  };
}
