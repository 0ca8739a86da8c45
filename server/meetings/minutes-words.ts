import type { Locale } from '#board/api/people.ts';
import type { MinutesWords } from '#board/minutes-sections.ts';
import type { Minutes } from '#board/minutes.ts';
import { writtenDay } from '../mail/written-day.ts';
import { words } from '../words.ts';

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** The words of a language for minutes outside a page. */
export function minutesWords(locale: Locale): MinutesWords {
  const say = words(locale);
  const numbers = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 6 });
  return {
    say: (key, values) => say(`minutes.${key}`, values),
    word: (kind, name) => say(`words.${kind}.${name}`),
    day: (day) => writtenDay(day, locale),
    number: (value) => numbers.format(value),
  };
}

export interface MinutesHead {
  readonly title: string;
  /** Label and words: when, who led, who was there. */
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** What stands after the sections: why it closed so, and when the team meets again. */
  readonly foot: readonly { readonly label: string; readonly text: string }[];
}

/** What every form of the minutes begins and ends with; moments are told in the reader's time zone. */
export function minutesHead(
  minutes: Minutes,
  words: MinutesWords,
  { locale, zone }: { locale: Locale; zone: string },
): MinutesHead {
  const { say, day } = words;
  const time = new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short', timeZone: zone });
  const from = time.format(new Date(minutes.openedAt));
  const { closedAt, override, next } = minutes;
  const names = minutes.present.map(({ name, guest }) => (guest ? say('guest', { name }) : name));
  return {
    title: say('title', { board: minutes.board }),
    lines: [
      { label: say('team'), text: minutes.team },
      {
        label: say('when'),
        text: closedAt
          ? say('fromUntil', {
              day: day(minutes.heldOn),
              from,
              until: time.format(new Date(closedAt)),
            })
          : say('soFar', { day: day(minutes.heldOn), from }),
      },
      { label: say('facilitator'), text: minutes.facilitator },
      { label: say('present'), text: names.join(', ') },
    ],
    foot: [
      ...(override ? [{ label: say('override'), text: say('overrideBy', override) }] : []),
      {
        label: say('next'),
        text: !next
          ? say('noNext')
          : next.at
            ? say('nextAt', { day: day(next.on), time: next.at })
            : day(next.on),
      },
    ],
  };
}
