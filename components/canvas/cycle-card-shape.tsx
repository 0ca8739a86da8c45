import { CYCLE_CARD_HEIGHT, cycleCardProps } from '#board/cards.ts';
import type { CycleCard } from '#board/cards.ts';
import { CardUtil } from './card-util.tsx';
import { CycleCardBody } from './cycle-card-body.tsx';

export class CycleCardUtil extends CardUtil<CycleCard> {
  static override type = 'cycle-card' as const;
  static override props = cycleCardProps;

  override getDefaultProps(): CycleCard['props'] {
    return { w: 720, cycleId: '' };
  }

  override heightOf(): number {
    return CYCLE_CARD_HEIGHT;
  }

  override canEdit(): boolean {
    return true;
  }

  override component(card: CycleCard) {
    return <CycleCardBody card={card} />;
  }
}
