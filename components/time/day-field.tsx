import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { dayIn } from '#board/calendar.ts';
import type { Day } from '#board/calendar.ts';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { CalendarButton } from './calendar-button.tsx';
import { DayOffers } from './day-offers.tsx';
import { DayRead } from './day-read.tsx';
import { jumpFrom } from './jump.ts';
import type { Jump } from './jump.ts';
import { useDayWords } from './use-day-words.ts';
import { useSaidDay } from './use-said-day.ts';

interface Props {
  /** Its value in the form is `yyyy-mm-dd`, empty, or a word that is no day and that everybody refuses. */
  name?: string;
  label: string;
  hint?: string;
  error: string | undefined;
  value: Day | null;
  /** A day to begin with where there is no value, and the words that tell why. */
  proposed?: { readonly day: Day; readonly why: string } | undefined;
  /** Days that are one press away. */
  offer?: readonly Jump[];
  optional?: boolean;
  /** The day that words count from; the reader's own, when left out. */
  today?: Day;
  /** Gets the day as it is typed; empty while there is none. */
  onDay?: (day: Day | '') => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  ref?: Ref<HTMLInputElement>;
}

/** A day from today on, by the words that people use for it, by its date, or from a calendar. */
export function DayField({
  name,
  label,
  hint,
  error,
  value,
  proposed,
  offer = [],
  optional = false,
  today: givenToday,
  onDay,
  onKeyDown: onOtherKey,
  ref,
}: Props) {
  const t = useTranslations('time.field');
  const zone = useTimeZone() ?? 'UTC';
  const today = givenToday ?? dayIn(zone, new Date());
  const said = useSaidDay(today);
  const start = value ?? proposed?.day ?? null;
  const { words, held, untouched, write, choose } = useDayWords({
    start,
    today,
    onDay,
  });
  const [left, setLeft] = useState(false);
  const offers = offer
    .map((jump) => ({ jump, day: jumpFrom(today, jump) }))
    // On a Friday the next one is in a week: one press for one day.
    .filter(({ day }, at, all) => all.findIndex((one) => one.day === day) === at);
  const day = held.is === 'day' ? held.day : '';
  const trouble =
    held.is === 'unclear'
      ? t('unclear', { words: held.words })
      : held.is === 'past'
        ? t('past', { day: said(held.day) })
        : undefined;
  // While somebody is still typing, half a word is no mistake.
  const wrong = error || left ? (trouble ?? error) : undefined;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || offers.length === 0 || event.altKey) return onOtherKey?.(event);
    event.preventDefault();
    const at = offers.findIndex((one) => one.day === day);
    const from = at < 0 && step < 0 ? 0 : at;
    const next = offers[(from + step + offers.length) % offers.length];
    if (next) choose(next.day);
  }

  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint={hint} error={wrong} optional={optional}>
        <div className="relative">
          {name && <input type="hidden" name={name} value={trouble ? held.is : day} />}
          <TextInput
            ref={ref}
            data-field={name}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="done"
            className="pr-11"
            value={words}
            // Whoever comes back types another day, not more of this one.
            onFocus={(event) => event.currentTarget.select()}
            // Once the focus has moved: a dialog takes it back when something vanishes meanwhile.
            onBlur={() => setTimeout(() => setLeft(true))}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setLeft(false);
              write(event.currentTarget.value);
            }}
          />
          <CalendarButton value={day} min={today} onChoose={choose} />
        </div>
      </Field>
      {(!wrong || (day && !untouched)) && (
        <DayRead day={untouched ? '' : day && said(day)} trouble={trouble}>
          {untouched && value === null && proposed ? proposed.why : words === '' && t('example')}
        </DayRead>
      )}
      {offers.length > 0 && <DayOffers offers={offers} chosen={day} onChoose={choose} />}
    </div>
  );
}
