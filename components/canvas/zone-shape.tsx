import { Rectangle2d, ShapeUtil } from 'tldraw';
import { zoneProps } from '#board/cards.ts';
import type { Zone } from '#board/cards.ts';
import { ZoneBody } from './zone-body.tsx';

/** A template's field: locked, under everything, and nobody's parent. */
export class ZoneUtil extends ShapeUtil<Zone> {
  static override type = 'zone' as const;
  static override props = zoneProps;

  override getDefaultProps(): Zone['props'] {
    return { w: 400, h: 300, kind: 'parking', title: '' };
  }

  override getGeometry({ props }: Zone): Rectangle2d {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: true });
  }

  override canReceiveNewChildrenOfType(): boolean {
    return false;
  }

  override canBind(): boolean {
    return false;
  }

  override canEdit(): boolean {
    return false;
  }

  override canTabTo(): boolean {
    return false;
  }

  override hideRotateHandle(): boolean {
    return true;
  }

  override component(zone: Zone) {
    return <ZoneBody zone={zone} />;
  }

  override indicator({ props }: Zone) {
    return <rect width={props.w} height={props.h} rx={8} />;
  }
}
