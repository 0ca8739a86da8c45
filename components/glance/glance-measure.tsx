import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { TeamGlanceView } from '#board/api/glance.ts';
import { Day } from '#components/time/day.tsx';
import { RunChart } from '#components/ui/run-chart.tsx';

interface Props {
  measure: NonNullable<TeamGlanceView['measure']>;
  today: string;
}

/** The target of a team, and how far it has come. */
export function GlanceMeasure({ measure, today }: Props) {
  const t = useTranslations('teams.measures');
  const format = useFormatter();
  const { id, name, unit, target, targetBy } = measure;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium wrap-anywhere">
        <Link href={`/measures/${id}`} className="hover:underline">
          {name}
        </Link>
      </h3>
      {measure.readings.length === 0 ? (
        <p className="flex h-44 items-center justify-center rounded-card bg-sunken px-6 text-center text-balance text-soft">
          {t('firstReading')}
        </p>
      ) : (
        <RunChart {...measure} />
      )}
      <p className="text-12 text-soft">
        {target === null
          ? t('noTarget')
          : t('target', { value: `${format.number(target)} ${unit}`.trim() })}
        {target !== null && targetBy !== null && (
          <> {t.rich('by', { day: () => <Day day={targetBy} today={today} /> })}</>
        )}
      </p>
    </div>
  );
}
