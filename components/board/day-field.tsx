import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { addDays, dayIn } from '#board/calendar.ts';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

export type Jump = 'friday' | 'week' | 'fortnight' | 'month';

interface Props {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  value: string | null;
  /** Days that are one press away. */
  offer: readonly Jump[];
  onTouch?: () => void;
}

/** A day by its date, or by one of the words that people use for it. */
export function DayField({ name, label, hint, error, value, offer, onTouch }: Props) {
  const t = useTranslations('board.day');
  const today = dayIn(useTimeZone() ?? 'UTC', new Date());
  const [day, setDay] = useState(value ?? '');
  const choose = (next: string): void => {
    setDay(next);
    onTouch?.();
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint={hint} error={error}>
        <TextInput
          type="date"
          name={name}
          min={today}
          value={day}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-1">
        {offer.map((jump) => (
          <button
            key={jump}
            type="button"
            aria-pressed={day === jumpFrom(today, jump)}
            onClick={() => choose(jumpFrom(today, jump))}
            className="min-h-8 rounded-chip bg-sunken px-3 text-soft hover:bg-hover hover:text-ink aria-pressed:bg-accent-pale aria-pressed:text-accent pointer-coarse:min-h-11"
          >
            {t(jump)}
          </button>
        ))}
      </div>
    </div>
  );
}

const FRIDAY = 5;

/** The day that a word means when it is said today. */
export function jumpFrom(today: string, jump: Jump): string {
  switch (jump) {
    case 'friday': {
      const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
      // Said on a Friday it means the next one.
      return addDays(today, (FRIDAY - weekday + 7) % 7 || 7);
    }
    case 'week':
      return addDays(today, 7);
    case 'fortnight':
      return addDays(today, 14);
    case 'month':
      return addDays(today, 28);
  }
}
