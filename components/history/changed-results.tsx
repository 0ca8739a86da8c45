import { useTranslations } from 'next-intl';
import type { MeaningDiff } from '#board/diff.ts';
import { Day } from '#components/time/day.tsx';
import { ChangeGroup } from './change-group.tsx';
import { ChangeList } from './change-list.tsx';

/** What came of it: effects, readings and targets. */
export function ChangedResults({ diff }: { diff: MeaningDiff }) {
  const t = useTranslations('history.changes');
  const outcomeWord = useTranslations('words.outcome');
  const { outcomes, readings, readingsCorrected, targetsMoved, targetsProposed } = diff;
  const lists = [outcomes, readings, readingsCorrected, targetsMoved, targetsProposed];
  return (
    <ChangeGroup
      title={t('groups.results')}
      count={lists.reduce((sum, list) => sum + list.length, 0)}
    >
      <ChangeList
        title={t('outcomes')}
        tone="check"
        items={outcomes.map(({ id, text, outcome }) => ({
          id,
          text,
          detail: outcomeWord(outcome),
        }))}
      />
      <ChangeList
        title={t('readings')}
        tone="plan"
        items={readings.map(({ id, measure, unit, at, value }, place) => ({
          id: `${id} ${place}`,
          text: `${measure}: ${value} ${unit}`.trim(),
          detail: <Day day={at} />,
        }))}
      />
      <ChangeList
        title={t('readingsCorrected')}
        tone="neutral"
        items={readingsCorrected.map(({ id, measure, at, from, to }, place) => ({
          id: `${id} ${place}`,
          text: `${measure}: ${t('fromTo', { from, to })}`,
          detail: <Day day={at} />,
        }))}
      />
      <ChangeList
        title={t('targetsMoved')}
        tone="do"
        items={targetsMoved.map(({ id, measure, from, to }) => ({
          id,
          text: measure,
          detail: t('fromTo', { from: from ?? t('noTarget'), to: to ?? t('noTarget') }),
        }))}
      />
      <ChangeList
        title={t('targetsProposed')}
        tone="plan"
        items={targetsProposed.map(({ id, measure }) => ({ id, text: measure }))}
      />
    </ChangeGroup>
  );
}
