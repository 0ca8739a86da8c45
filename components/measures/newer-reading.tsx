import { useFormatter, useTranslations } from 'next-intl';
import type { ReadingStoryView } from '#board/api/measures.ts';
import { Day } from '#components/time/day.tsx';

interface Props {
  reading: ReadingStoryView;
  /** The value that this person typed. */
  mine: string;
  today: string;
}

/** Two people corrected one reading: both versions, before one is put over the other. */
export function NewerReading({ reading, mine, today }: Props) {
  const t = useTranslations('measures.correct');
  const format = useFormatter();
  const last = reading.corrections.at(-1);
  if (!last) return null;
  const said = { name: last.by.name, reason: last.reason, mine };
  return (
    <p className="rounded-card bg-do-pale px-3 py-2 text-do-ink">
      {reading.withdrawn
        ? t('nowOut', said)
        : t.rich('now', {
            ...said,
            value: format.number(reading.value),
            day: () => <Day day={reading.at} today={today} />,
          })}
    </p>
  );
}
