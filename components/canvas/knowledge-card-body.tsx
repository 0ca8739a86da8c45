import { UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { HTMLContainer, useIsEditing } from 'tldraw';
import { KNOWLEDGE_CARD_HEIGHT } from '#board/cards.ts';
import type { KnowledgeCard } from '#board/cards.ts';
import { changeTopic, MAX_TOPIC, soleHolder } from '#board/knowledge.ts';
import type { KnowledgeItem } from '#board/knowledge.ts';
import { useWorld } from './canvas-world.tsx';
import { CardMark } from './card-mark.tsx';
import { CardField } from './card-field.tsx';
import { KnowledgeLevels } from './knowledge-levels.tsx';
import { levelLooks } from './level-looks.ts';
import { useLive } from './live-map.ts';
import { ReviewMarks } from './review-marks.tsx';

/** A topic, and who knows it how well. */
export function KnowledgeCardBody({ card }: { card: KnowledgeCard }) {
  const t = useTranslations('card.knowledge');
  const { live } = useWorld();
  const item = useLive(live.knowledge, card.props.itemId);
  return (
    <HTMLContainer
      className="flex flex-col gap-1.5 rounded-card border border-control/50 bg-surface p-3 font-sans text-14 text-ink shadow-paper"
      style={{ width: card.props.w, height: KNOWLEDGE_CARD_HEIGHT }}
    >
      {item ? <Filled card={card} item={item} /> : <p className="text-soft">{t('elsewhere')}</p>}
      <ReviewMarks of={card.props.itemId} />
    </HTMLContainer>
  );
}

function Filled({ card, item }: { card: KnowledgeCard; item: KnowledgeItem }) {
  const t = useTranslations('card.knowledge');
  const editing = useIsEditing(card.id);
  const { live, writable } = useWorld();
  const { doc } = live.board;
  // At risk: that one person may be ill, or leave.
  const sole = soleHolder(item);
  return (
    <>
      {sole && <CardMark icon={UserRound}>{t('sole', { name: sole.name })}</CardMark>}
      {editing ? (
        <div className="h-10 shrink-0">
          <CardField
            label={t('topicLabel')}
            placeholder={t('topicPlaceholder')}
            text={item.topic}
            maxLength={MAX_TOPIC}
            className="font-semibold"
            onWrite={(topic, base) => {
              doc.transact(() => changeTopic(live.board, item.id, topic, base));
            }}
          />
        </div>
      ) : (
        <div
          dir="auto"
          title={item.topic}
          className="line-clamp-2 shrink-0 font-semibold wrap-anywhere"
        >
          {item.topic || <span className="text-faint">{t('topicPlaceholder')}</span>}
        </div>
      )}
      <Holders item={item} />
      {writable && <KnowledgeLevels item={item} />}
    </>
  );
}

const SHOWN = 2; // lines that fit beside the buttons

function Holders({ item }: { item: KnowledgeItem }) {
  const t = useTranslations('card.knowledge');
  const { holders } = item;
  const shown = holders.length > SHOWN ? holders.slice(0, SHOWN - 1) : holders;
  const rest = holders.slice(shown.length);
  return (
    <ul className="min-h-0 grow overflow-hidden text-12 text-soft">
      {holders.length === 0 && <li className="text-faint">{t('nobody')}</li>}
      {shown.map(({ id, name, level }) => {
        const { icon: Icon } = levelLooks[level];
        return (
          <li key={id} className="flex items-center gap-1">
            <Icon aria-hidden className="size-3.5 shrink-0" />
            <span className="min-w-0 truncate text-ink">{name}</span>
            <span className="shrink-0">{t(`levels.${level}`)}</span>
          </li>
        );
      })}
      {rest.length > 0 && (
        <li title={rest.map(({ name }) => name).join(', ')}>{t('more', { count: rest.length })}</li>
      )}
    </ul>
  );
}
