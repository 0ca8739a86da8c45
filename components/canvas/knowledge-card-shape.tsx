import { KNOWLEDGE_CARD_HEIGHT, knowledgeCardProps } from '#board/cards.ts';
import type { KnowledgeCard } from '#board/cards.ts';
import { KNOWLEDGE_CARD_WIDTH } from '#board/edits.ts';
import { CardUtil } from './card-util.tsx';
import { KnowledgeCardBody } from './knowledge-card-body.tsx';

export class KnowledgeCardUtil extends CardUtil<KnowledgeCard> {
  static override type = 'knowledge-card' as const;
  static override props = knowledgeCardProps;

  override getDefaultProps(): KnowledgeCard['props'] {
    return { w: KNOWLEDGE_CARD_WIDTH, itemId: '' };
  }

  override heightOf(): number {
    return KNOWLEDGE_CARD_HEIGHT;
  }

  override canEdit(): boolean {
    return true;
  }

  override component(card: KnowledgeCard) {
    return <KnowledgeCardBody card={card} />;
  }
}
