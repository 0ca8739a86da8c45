import { useTranslations } from 'next-intl';
import type { MeaningDiff } from '#board/diff.ts';

type TopicChange = MeaningDiff['knowledgeChanged'][number];

/** What is different about a topic, on one line. */
export function useTopicChange(): (change: TopicChange) => string {
  const t = useTranslations('history.changes');
  const level = useTranslations('card.knowledge.levels');
  const holder = ({ name, from, to }: TopicChange['holders'][number]): string => {
    if (to === null) return t('holder.went', { name });
    if (from === null) return t('holder.came', { name, to: level(to) });
    return t('holder.level', { name, from: level(from), to: level(to) });
  };
  return ({ text, before, evidence, holders }) =>
    [
      ...(before.trim() === text.trim() ? [] : [t('renamed', { before })]),
      ...holders.map(holder),
      ...(evidence ? [t('evidence')] : []),
    ].join(' · ');
}
