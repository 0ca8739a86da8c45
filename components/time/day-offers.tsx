import { useTranslations } from 'next-intl';
import type { Day } from '#board/calendar.ts';
import type { Jump } from './jump.ts';

interface Props {
  offers: readonly { readonly jump: Jump; readonly day: Day }[];
  chosen: string;
  onChoose: (day: Day) => void;
}

/** Days that are one press away; by keyboard the field's arrows walk them, so Tab passes them by. */
export function DayOffers({ offers, chosen, onChoose }: Props) {
  const t = useTranslations('time.field');
  return (
    <div className="flex flex-wrap gap-1">
      {offers.map(({ jump, day }) => (
        <button
          key={jump}
          type="button"
          tabIndex={-1}
          aria-pressed={chosen === day}
          onClick={() => onChoose(day)}
          className="min-h-8 rounded-chip bg-sunken px-3 text-soft hover:bg-hover hover:text-ink aria-pressed:bg-accent-pale aria-pressed:text-accent pointer-coarse:min-h-11"
        >
          {t(jump)}
        </button>
      ))}
    </div>
  );
}
