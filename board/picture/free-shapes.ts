import type {
  TLDrawShape,
  TLFrameShape,
  TLGeoShape,
  TLHighlightShape,
  TLImageShape,
  TLLineShape,
  TLTextShape,
} from '@tldraw/tlschema';
import { imageIn } from '../image-address.ts';
import { plainText } from '../rich-text.ts';
import { light } from './colors.ts';
import {
  faceOf,
  fillOf,
  frameLook,
  inkOf,
  labelSizes,
  LINE,
  markerOf,
  strokeOf,
  textSizes,
} from './free-styles.ts';
import { geoOutline, lineThrough } from './outlines.ts';
import type { Point } from './outlines.ts';
import type { Pen } from './pen.ts';
import { voice, write } from './pen.ts';
import type { Mark } from './picture.ts';
import { heightOfWords, widthOfWords } from './words.ts';

const PADDING = 16; // canvas units between a shape's edge and its label

export function drawGeo(pen: Pen, { props }: TLGeoShape): Mark[] {
  const { geo, w, growY, richText, font, size, scale, labelColor, align, verticalAlign } = props;
  const h = props.h + growY;
  const fontSize = (labelSizes[size] ?? 22) * scale;
  const setting = {
    ...{ face: faceOf(font), size: fontSize, lineHeight: fontSize * LINE },
    fill: inkOf(labelColor),
  };
  const text = plainText(richText);
  const room = Math.max(10, w - 2 * PADDING * scale);
  const high = heightOfWords(pen.fonts, text, setting, room);
  const free = { start: PADDING * scale, middle: (h - high) / 2, end: h - high - PADDING * scale };
  return [
    { is: 'path', d: geoOutline(geo, w, h), ...fillOf(props), ...strokeOf(props) },
    ...write(pen, text, setting, {
      ...{ x: PADDING * scale, y: free[edgeOf(verticalAlign)], w: room, align: edgeOf(align) },
    }),
  ];
}

export function drawText(pen: Pen, { props }: TLTextShape): Mark[] {
  const { richText, font, size, scale, color, textAlign, autoSize } = props;
  const fontSize = (textSizes[size] ?? 24) * scale;
  const setting = {
    ...{ face: faceOf(font), size: fontSize, lineHeight: fontSize * LINE },
    fill: inkOf(color),
  };
  const text = plainText(richText);
  // Text that sizes itself has no edge to break at; its own width is what aligns its lines.
  const own = Math.max(props.w * scale, widthOfWords(pen.fonts, text, setting)) + 1;
  const w = autoSize ? own : props.w * scale;
  return write(pen, text, setting, { x: 0, y: 0, w, align: edgeOf(textAlign) });
}

export function drawStroke({ props }: TLDrawShape): Mark[] {
  const { segments, isClosed } = props;
  const d = segments.map(segmentPath).join('');
  const fill = isClosed ? fillOf(props) : {};
  return [{ is: 'path', d: isClosed ? `${d}Z` : d, ...fill, ...strokeOf(props) }];
}

export function drawHighlight({ props }: TLHighlightShape): Mark[] {
  const { color, segments, size, scale } = props;
  const width = (textSizes[size] ?? 24) * 1.12 * scale;
  const d = segments.map(segmentPath).join('');
  return [{ is: 'path', d, stroke: markerOf(color), width, opacity: 0.82 }];
}

function segmentPath({ type, points }: TLDrawShape['props']['segments'][number]): string {
  const [only] = points;
  // A dot is a line that goes nowhere.
  if (only && points.length === 1) return `M${only.x} ${only.y}L${only.x + 0.1} ${only.y}`;
  return lineThrough(points, type === 'free');
}

export function drawLine({ props }: TLLineShape): Mark[] {
  const points = pointsOfLine(props);
  return [{ is: 'path', d: lineThrough(points, props.spline === 'cubic'), ...strokeOf(props) }];
}

export function pointsOfLine({ points }: TLLineShape['props']): Point[] {
  return Object.values(points).sort((a, b) => (a.index < b.index ? -1 : 1));
}

export function drawFrame(pen: Pen, { props }: TLFrameShape): Mark[] {
  const { w, h, name, color } = props;
  const { fill, stroke } = frameLook(color);
  return [
    { is: 'rect', box: { x: 0, y: 0, w, h }, fill, stroke },
    ...write(pen, name, voice(12, light.ink), { x: 2, y: -22, w, lines: 1 }),
  ];
}

/** A picture of the board, or an empty place where it is gone. */
export function drawImage({ props }: TLImageShape, src: string | undefined): Mark[] {
  const { w, h, crop } = props;
  const imageId = src === undefined ? undefined : imageIn(src);
  const box = { x: 0, y: 0, w, h };
  if (imageId === undefined) return [{ is: 'rect', box, fill: light.sunken, stroke: light.line }];
  if (!crop) return [{ is: 'image', box, imageId }];
  const { topLeft, bottomRight } = crop;
  const seen = { w: bottomRight.x - topLeft.x, h: bottomRight.y - topLeft.y };
  return [{ is: 'image', box, imageId, crop: { ...topLeft, ...seen } }];
}

function edgeOf(align: string): 'start' | 'middle' | 'end' {
  if (align.startsWith('end')) return 'end';
  return align.startsWith('middle') ? 'middle' : 'start';
}
