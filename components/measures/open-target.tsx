import { useFormatter, useTranslations } from 'next-intl';
import type { MeasureStoryView } from '#board/api/measures.ts';
import type { TargetView } from '#board/api/targets.ts';
import { Day } from '#components/time/day.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { AgreeTarget } from './agree-target.tsx';
import { ProposeTarget } from './propose-target.tsx';

interface Props {
  measureId: string;
  target: TargetView;
  unit: string;
  may: MeasureStoryView['may'];
  waitsFor: MeasureStoryView['waitsFor'];
  today: string;
}

/** The proposal that waits for an answer, with the answers there are for whoever looks. */
export function OpenTarget({ measureId, target, unit, may, waitsFor, today }: Props) {
  const t = useTranslations('measures.targets');
  const of = useTranslations('measures');
  const roleWord = useTranslations('words.role');
  const format = useFormatter();
  const { value, by, why, proposedBy, proposedAs, proposedAt } = target;
  const name = proposedBy?.name ?? t('someone');
  return (
    <article className="flex flex-col gap-3 rounded-card border-2 border-dashed border-accent bg-surface p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone="accent">{t('open')}</Badge>
        <p className="text-20 font-semibold tabular-nums">
          {`${format.number(value)} ${unit}`.trim()}{' '}
          {by !== null && (
            <span className="text-14 font-normal text-soft">
              {of.rich('by', { day: () => <Day day={by} today={today} /> })}
            </span>
          )}
        </p>
      </div>
      <div className="flex gap-3">
        {proposedBy && <Avatar person={proposedBy} size="sm" named={false} />}
        <div className="min-w-0">
          <p className="text-12 text-soft">
            {proposedAs === null
              ? name
              : t('proposedBy', { name, role: roleWord(proposedAs).toLowerCase() })}
            {' · '}
            <Moment at={proposedAt} />
          </p>
          <p className="whitespace-pre-line">{why}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {may.agree ? (
          <AgreeTarget measureId={measureId} target={target} unit={unit} />
        ) : (
          <p className="text-soft">{t(`waitsFor.${waitsFor ?? 'anybody'}`)}</p>
        )}
        {may.propose && (
          <ProposeTarget measureId={measureId} unit={unit} today={today} counters={target} />
        )}
      </div>
    </article>
  );
}
