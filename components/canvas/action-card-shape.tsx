import { ACTION_CARD_HEIGHT, actionCardProps } from '#board/cards.ts';
import type { ActionCard } from '#board/cards.ts';
import { ACTION_CARD_WIDTH } from '#board/edits.ts';
import { ActionCardBody } from './action-card-body.tsx';
import { CardUtil } from './card-util.tsx';

export class ActionCardUtil extends CardUtil<ActionCard> {
  static override type = 'action-card' as const;
  static override props = actionCardProps;

  override getDefaultProps(): ActionCard['props'] {
    return { w: ACTION_CARD_WIDTH, actionId: '' };
  }

  override heightOf(): number {
    return ACTION_CARD_HEIGHT;
  }

  override canEdit(): boolean {
    return true;
  }

  override component(card: ActionCard) {
    return <ActionCardBody card={card} />;
  }
}
