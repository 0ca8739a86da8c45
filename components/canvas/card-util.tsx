import { Rectangle2d, resizeBox, ShapeUtil } from 'tldraw';
import type { TLBaseBoxShape, TLBaseShape, TLResizeInfo, TLShapePartial } from 'tldraw';

type Card = TLBaseShape<string, { w: number }>;

const NARROWEST = 120; // canvas units; a word still fits

/** What our cards have in common: a box as wide as wanted and as high as its content says. */
export abstract class CardUtil<C extends Card> extends ShapeUtil<C> {
  abstract heightOf(card: C): number;

  override hideRotateHandle(): boolean {
    return true;
  }

  override getGeometry(card: C): Rectangle2d {
    return new Rectangle2d({ width: card.props.w, height: this.heightOf(card), isFilled: true });
  }

  override indicator(card: C) {
    return <rect width={card.props.w} height={this.heightOf(card)} rx={8} />;
  }

  override onResize(card: C, info: TLResizeInfo<C>) {
    const height = this.heightOf(info.initialShape);
    const boxed = (shape: C): TLBaseBoxShape => {
      return { ...shape, props: { ...shape.props, h: height } } as unknown as TLBaseBoxShape;
    };
    const box = resizeBox(
      boxed(card),
      { ...info, initialShape: boxed(info.initialShape) },
      { minWidth: NARROWEST, minHeight: height, maxHeight: height },
    );
    const y = info.mode === 'scale_shape' ? info.newPoint.y : info.initialShape.y;
    return { x: box.x, y, props: { w: box.props.w } } as Omit<TLShapePartial<C>, 'id' | 'type'>;
  }
}
