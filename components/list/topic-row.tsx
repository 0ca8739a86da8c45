import { useTranslations } from 'next-intl';
import { changeTopic, MAX_TOPIC, soleHolder } from '#board/knowledge.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { KnowledgeLevels } from '#components/canvas/knowledge-levels.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import { ReviewMarks } from '#components/canvas/review-marks.tsx';
import { ListField } from './list-field.tsx';
import { useListTools } from './list-tools.tsx';
import { RowMenu } from './row-menu.tsx';

interface Props {
  recordId: string;
  itemId: string;
  zoneId: string | undefined;
}

/** A topic in the list, who knows it how well, and oneself to be put on it. */
export function TopicRow({ recordId, itemId, zoneId }: Props) {
  const t = useTranslations('card.knowledge');
  const { live, writable } = useWorld();
  const { change } = useListTools();
  const item = useLive(live.knowledge, itemId);
  if (!item) return <p className="text-14 text-soft">{t('elsewhere')}</p>;
  const sole = soleHolder(item);
  const holders = item.holders.map(({ name, level }) => `${name} ${t(`levels.${level}`)}`);
  return (
    <div className="flex items-start gap-1 rounded-card border border-line bg-surface p-1">
      <div className="flex min-w-0 grow flex-col gap-1">
        <ListField
          oneLine
          label={t('topicLabel')}
          placeholder={t('topicPlaceholder')}
          text={item.topic}
          maxLength={MAX_TOPIC}
          readOnly={!writable}
          className="font-semibold"
          onWrite={(next, base) => {
            change((board) => changeTopic(board, itemId, next, base), false);
          }}
        />
        <p className="px-1.5 text-12 text-soft">{holders.join(', ') || t('nobody')}</p>
        <ReviewMarks row of={itemId} />
        {sole && <p className="px-1.5 text-12 text-do-ink">{t('sole', { name: sole.name })}</p>}
        {writable && (
          <div className="px-1.5 pb-1">
            <KnowledgeLevels item={item} />
          </div>
        )}
      </div>
      <RowMenu recordId={recordId} zoneId={zoneId} about={item.topic} thingId={itemId} />
    </div>
  );
}
