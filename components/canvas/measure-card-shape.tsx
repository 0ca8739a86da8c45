import { BaseBoxShapeUtil } from 'tldraw';
import { measureCardProps } from '#board/cards.ts';
import type { MeasureCard } from '#board/cards.ts';
import { MeasureCardBody } from './measure-card-body.tsx';

export class MeasureCardUtil extends BaseBoxShapeUtil<MeasureCard> {
  static override type = 'measure-card' as const;
  static override props = measureCardProps;

  override getDefaultProps(): MeasureCard['props'] {
    return { w: 480, h: 220, measureId: '' };
  }

  override hideRotateHandle(): boolean {
    return true;
  }

  override component(card: MeasureCard) {
    return <MeasureCardBody card={card} />;
  }

  override indicator({ props }: MeasureCard) {
    return <rect width={props.w} height={props.h} rx={8} />;
  }
}
