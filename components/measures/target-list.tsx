import { useFormatter, useTranslations } from 'next-intl';
import type { TargetView } from '#board/api/targets.ts';
import { Day } from '#components/time/day.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Badge } from '#components/ui/badge.tsx';

interface Props {
  /** Newest first. */
  targets: readonly TargetView[];
  unit: string;
}

/** Every target and proposal that went before, with what was said on both sides. */
export function TargetList({ targets, unit }: Props) {
  const t = useTranslations('measures.targets');
  return (
    <details className="rounded-card border border-line bg-surface px-5 py-3">
      <summary className="cursor-pointer font-medium">{t('history')}</summary>
      <ol className="mt-3 flex flex-col gap-4">
        {targets.map((target) => (
          <EarlierTarget key={target.id} target={target} unit={unit} />
        ))}
      </ol>
    </details>
  );
}

function EarlierTarget({ target, unit }: { target: TargetView; unit: string }) {
  const t = useTranslations('measures.targets');
  const of = useTranslations('measures');
  const format = useFormatter();
  const { value, by, why, state, proposedBy, proposedAt, answeredBy, answer } = target;
  return (
    <li className="flex flex-col gap-1 border-l-2 border-line pl-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium tabular-nums">
          {`${format.number(value)} ${unit}`.trim()}{' '}
          {by !== null && of.rich('by', { day: () => <Day day={by} /> })}
        </span>
        <Badge>{t(`state.${state}`)}</Badge>
      </p>
      <p className="text-12 text-soft">
        {proposedBy?.name ?? t('someone')} · <Moment at={proposedAt} />
      </p>
      {why && <p className="whitespace-pre-line">{why}</p>}
      {answer && answeredBy && (
        <p className="whitespace-pre-line text-soft">
          {t('answered', { name: answeredBy.name })} {answer}
        </p>
      )}
    </li>
  );
}
