import { useFormatter, useTranslations } from 'next-intl';
import type { CorrectionView } from '#board/api/measures.ts';
import { Day } from '#components/time/day.tsx';
import { Moment } from '#components/time/moment.tsx';

interface Props {
  unit: string;
  corrections: readonly CorrectionView[];
  today: string;
}

/** What a reading was before each correction, by whom and why; newest first. */
export function ReadingHistory({ unit, corrections, today }: Props) {
  const t = useTranslations('measures.readings');
  const format = useFormatter();
  if (corrections.length === 0) return null;
  return (
    <details className="text-12">
      <summary className="cursor-pointer text-accent hover:underline">
        {t('history', { count: corrections.length })}
      </summary>
      <ol className="mt-1 flex flex-col gap-2 border-l-2 border-line pl-3">
        {[...corrections].reverse().map(({ at, by, reason, was }) => (
          <li key={at}>
            <p className="text-ink">
              {t.rich(was.withdrawn ? 'wasWithdrawn' : 'was', {
                value: `${format.number(was.value)} ${unit}`.trim(),
                day: () => <Day day={was.at} today={today} />,
              })}
            </p>
            <p>
              {by.name} · <Moment at={at} /> {t('reason', { reason })}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
