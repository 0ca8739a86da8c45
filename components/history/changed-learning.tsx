import { useTranslations } from 'next-intl';
import type { MeaningDiff } from '#board/diff.ts';
import { ChangeGroup } from './change-group.tsx';
import { ChangeList } from './change-list.tsx';
import { useTopicChange } from './use-topic-change.ts';

/** Who knows what, and what a cycle taught. */
export function ChangedLearning({ diff }: { diff: MeaningDiff }) {
  const t = useTranslations('history.changes');
  const question = useTranslations('card.cycle');
  const topicChange = useTopicChange();
  const { knowledgeAdded, knowledgeChanged, knowledgeRemoved, cyclesStarted, cyclesChanged } = diff;
  const lists = [knowledgeAdded, knowledgeChanged, knowledgeRemoved, cyclesStarted, cyclesChanged];
  return (
    <ChangeGroup
      title={t('groups.learning')}
      count={lists.reduce((sum, list) => sum + list.length, 0)}
    >
      <ChangeList
        title={t('cyclesStarted')}
        tone="act"
        items={cyclesStarted.map(({ id, number }) => ({ id, text: t('cycle', { number }) }))}
      />
      <ChangeList
        title={t('cyclesChanged')}
        tone="act"
        items={cyclesChanged.map(({ id, number, name, to }) => ({
          id: `${id} ${name}`,
          text: to,
          detail: `${t('cycle', { number })} · ${question(name)}`,
        }))}
      />
      <ChangeList title={t('knowledgeAdded')} tone="act" items={knowledgeAdded} />
      <ChangeList
        title={t('knowledgeChanged')}
        tone="neutral"
        items={knowledgeChanged.map((change) => ({
          id: change.id,
          text: change.text,
          detail: topicChange(change),
        }))}
      />
      <ChangeList title={t('knowledgeRemoved')} tone="neutral" gone items={knowledgeRemoved} />
    </ChangeGroup>
  );
}
