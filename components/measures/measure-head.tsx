import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MeasureStoryView } from '#board/api/measures.ts';
import { Day } from '#components/time/day.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { EditMeasure } from './edit-measure.tsx';

interface Props {
  measure: MeasureStoryView;
  last: { readonly at: string; readonly value: number } | undefined;
  today: string;
}

/** What is measured, where it began, where it is and where it should come. */
export function MeasureHead({ measure, last, today }: Props) {
  const t = useTranslations('measures');
  const direction = useTranslations('words.direction');
  const format = useFormatter();
  const { teamId, teamName, name, unit, baseline, target, targetBy, may } = measure;
  const value = (number: number) => `${format.number(number)} ${unit}`.trim();
  return (
    <header className="flex flex-col gap-4">
      <Link
        href={`/teams/${teamId}/measures`}
        className="flex items-center gap-2 self-start text-soft hover:text-ink hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t('back', { team: teamName })}
      </Link>
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-28 font-semibold break-words">{name}</h1>
          <p className="text-soft">
            {direction(measure.direction)}
            {unit && ` · ${unit}`}
          </p>
        </div>
        {may.write && <EditMeasure measure={measure} />}
      </div>
      <dl className="grid gap-4 rounded-card border border-line bg-surface p-5 sm:grid-cols-3">
        <Fact label={t('start')}>
          {baseline === null ? <Quiet>{t('noStart')}</Quiet> : value(baseline)}
        </Fact>
        <Fact label={t('latest')}>
          {last ? (
            <>
              {value(last.value)} <Quiet>{<Day day={last.at} today={today} />}</Quiet>
            </>
          ) : (
            <Quiet>{t('noneYet')}</Quiet>
          )}
        </Fact>
        <Fact label={t('target')}>
          {target === null ? <Quiet>{t('noTarget')}</Quiet> : value(target)}{' '}
          {targetBy !== null && (
            <Quiet>{t.rich('by', { day: () => <Day day={targetBy} today={today} /> })}</Quiet>
          )}
          {measure.proposed && (
            <span className="mt-1 block">
              <Badge tone="accent">{t('proposedMark')}</Badge>
            </span>
          )}
        </Fact>
      </dl>
    </header>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <dt className="text-12 text-soft">{label}</dt>
      <dd className="font-medium tabular-nums">{children}</dd>
    </div>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className="font-normal text-soft">{children}</span>;
}
