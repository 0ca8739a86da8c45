import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { knowledgeLevels, setHolder } from '#board/knowledge.ts';
import type { KnowledgeItem, KnowledgeLevel } from '#board/knowledge.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { useWorld } from './canvas-world.tsx';
import { levelLooks } from './level-looks.ts';

/** Puts oneself on a topic by one press; others are added in its details. */
export function KnowledgeLevels({ item }: { item: KnowledgeItem }) {
  const t = useTranslations('card.knowledge');
  const { live, person, deeds } = useWorld();
  const mine = item.holders.find(({ id }) => id === person.id)?.level;
  const choose = (level: KnowledgeLevel): void => {
    const next = level === mine ? null : level;
    live.board.doc.transact(() => setHolder(live.board, item.id, person, next));
  };
  return (
    <div
      role="group"
      aria-label={t('myLevel')}
      className="pointer-events-auto -mx-1 flex shrink-0 items-center gap-1"
      // On a card the press would start to drag it.
      onPointerDown={(event) => event.stopPropagation()}
    >
      {knowledgeLevels.map((level) => {
        const { icon: Icon } = levelLooks[level];
        return (
          <IconButton
            key={level}
            size="sm"
            className="size-7!"
            label={t(`mine.${level}`)}
            pressed={level === mine}
            icon={<Icon aria-hidden className="size-4" />}
            onClick={() => choose(level)}
          />
        );
      })}
      {deeds && (
        <IconButton
          size="sm"
          className="ml-auto size-7!"
          label={t('details')}
          icon={<Ellipsis aria-hidden className="size-4" />}
          onClick={() => deeds.openTopic(item.id)}
        />
      )}
    </div>
  );
}
