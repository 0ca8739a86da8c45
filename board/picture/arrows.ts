import type { TLArrowShape } from '@tldraw/tlschema';
import { light } from './colors.ts';
import { arrowLabelSizes, faceOf, inkOf, LINE, strokeOf, strokeWidths } from './free-styles.ts';
import { closed, lineThrough } from './outlines.ts';
import type { Point } from './outlines.ts';
import type { Pen } from './pen.ts';
import { write } from './pen.ts';
import type { Mark } from './picture.ts';
import { heightOfWords, widthOfWords } from './words.ts';

/** What an end of an arrow holds on to, in the arrow's own space. */
export interface Held {
  /** Where on the shape it points. */
  readonly at: Point;
  /** The corners of the shape. */
  readonly around: readonly Point[];
}

export interface HeldEnds {
  readonly start?: Held;
  readonly end?: Held;
}

const GAP = 10; // canvas units between an arrow and what it points at
const STEPS = 48;

export function drawArrow(pen: Pen, { props }: TLArrowShape, held: HeldEnds): Mark[] {
  const line = visibleLine(props, held);
  const [start, end] = [line[0], line.at(-1)];
  if (!start || !end) return [];
  const ink = strokeOf(props);
  return [
    { is: 'path', d: lineThrough(line, false), ...ink },
    ...arrowhead(props.arrowheadEnd, end, line.at(-2) ?? start, ink),
    ...arrowhead(props.arrowheadStart, start, line[1] ?? end, ink),
    ...label(pen, props, line),
  ];
}

/** The arrow as a chain of points, without what would lie in the shapes it joins. */
export function visibleLine(props: TLArrowShape['props'], held: HeldEnds): Point[] {
  const [from, to] = [held.start?.at ?? props.start, held.end?.at ?? props.end];
  const whole =
    props.kind === 'elbow' ? elbow(from, to, props.elbowMidPoint) : bow(from, to, props.bend);
  const gap = GAP + ((strokeWidths[props.size] ?? 3.5) * props.scale) / 2;
  const isFree = (point: Point, end: Held | undefined): boolean =>
    !end || distance(point, end.around) > gap;
  const first = whole.findIndex((point) => isFree(point, held.start));
  const last = whole.findLastIndex((point) => isFree(point, held.end));
  return first < 0 || last <= first ? [from, to] : whole.slice(first, last + 1);
}

/** Straight, or part of a circle that passes `bend` beside the middle. */
function bow(from: Point, to: Point, bend: number): Point[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const side = { x: -dy / length, y: dx / length };
  if (Math.abs(bend) < 1)
    return steps((part) => ({ x: from.x + dx * part, y: from.y + dy * part }));
  const radius = (length * length) / (8 * Math.abs(bend)) + Math.abs(bend) / 2;
  const sign = Math.sign(bend);
  const depth = sign * (Math.abs(bend) - radius);
  const centre = {
    x: from.x + dx / 2 - side.x * depth,
    y: from.y + dy / 2 - side.y * depth,
  };
  const begin = Math.atan2(from.y - centre.y, from.x - centre.x);
  const finish = Math.atan2(to.y - centre.y, to.x - centre.x);
  const middle = { x: from.x + dx / 2 - side.x * bend, y: from.y + dy / 2 - side.y * bend };
  const through = Math.atan2(middle.y - centre.y, middle.x - centre.x);
  const sweep = sweepThrough(begin, through, finish);
  return steps((part) => {
    const turn = begin + sweep * part;
    return { x: centre.x + Math.cos(turn) * radius, y: centre.y + Math.sin(turn) * radius };
  });
}

/** The turn from one angle to another that passes a third. */
function sweepThrough(begin: number, through: number, finish: number): number {
  const round = (angle: number): number => ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  const whole = round(finish - begin);
  return round(through - begin) <= whole ? whole : whole - 2 * Math.PI;
}

function elbow(from: Point, to: Point, middle: number): Point[] {
  const across = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
  const turn = across ? from.x + (to.x - from.x) * middle : from.y + (to.y - from.y) * middle;
  const corners = across
    ? [from, { x: turn, y: from.y }, { x: turn, y: to.y }, to]
    : [from, { x: from.x, y: turn }, { x: to.x, y: turn }, to];
  return corners.flatMap((corner, at) => {
    const next = corners[at + 1];
    return next
      ? steps((part) => ({
          x: corner.x + (next.x - corner.x) * part,
          y: corner.y + (next.y - corner.y) * part,
        }))
      : [];
  });
}

function steps(at: (part: number) => Point): Point[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => at(step / STEPS));
}

/** From a point to a shape with those corners; 0 inside. */
function distance(point: Point, corners: readonly Point[]): number {
  let inside = true;
  let least = Infinity;
  for (const [at, a] of corners.entries()) {
    const b = corners[(at + 1) % corners.length] ?? a;
    const cross = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
    if (cross < 0) inside = false;
    least = Math.min(least, toSegment(point, a, b));
  }
  return inside ? 0 : least;
}

function toSegment(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - dx * part, point.y - a.y - dy * part);
}

function arrowhead(
  kind: string,
  tip: Point,
  from: Point,
  { stroke = light.ink, width }: { stroke?: string; width: number },
): Mark[] {
  if (kind === 'none') return [];
  const turn = Math.atan2(tip.y - from.y, tip.x - from.x);
  const size = Math.max(8, width * 4.5);
  const at = (back: number, aside: number): Point => ({
    x: tip.x - Math.cos(turn) * back * size - Math.sin(turn) * aside * size,
    y: tip.y - Math.sin(turn) * back * size + Math.cos(turn) * aside * size,
  });
  const solid = (points: Point[]): Mark[] => [
    { is: 'path', d: closed(points), fill: stroke, stroke, width },
  ];
  if (kind === 'dot') {
    const r = size / 2.6;
    return [
      {
        is: 'rect',
        box: { x: tip.x - r, y: tip.y - r, w: 2 * r, h: 2 * r },
        round: r,
        fill: stroke,
      },
    ];
  }
  if (kind === 'bar') return [line([at(0, 0.5), at(0, -0.5)])];
  if (kind === 'square') return solid([at(0, 0.35), at(0, -0.35), at(0.7, -0.35), at(0.7, 0.35)]);
  if (kind === 'diamond') return solid([at(0, 0), at(0.45, 0.35), at(0.9, 0), at(0.45, -0.35)]);
  if (kind === 'triangle') return solid([at(0, 0), at(0.8, 0.4), at(0.8, -0.4)]);
  if (kind === 'inverted') return solid([at(0.8, 0), at(0, 0.4), at(0, -0.4)]);
  return [line([at(0.87, 0.5), at(0, 0), at(0.87, -0.5)])];

  function line(points: Point[]): Mark {
    return { is: 'path', d: lineThrough(points, false), stroke, width };
  }
}

function label(pen: Pen, props: TLArrowShape['props'], line: readonly Point[]): Mark[] {
  const { text, size, scale, font, labelColor, labelPosition } = props;
  const middle = line[Math.round((line.length - 1) * labelPosition)];
  if (!text.trim() || !middle) return [];
  const fontSize = (arrowLabelSizes[size] ?? 20) * scale;
  const setting = {
    ...{ face: faceOf(font), size: fontSize, lineHeight: fontSize * LINE },
    fill: inkOf(labelColor),
  };
  const w = Math.min(widthOfWords(pen.fonts, text, setting) + 1, fontSize * 14);
  const h = heightOfWords(pen.fonts, text, setting, w);
  const [x, y] = [middle.x - w / 2, middle.y - h / 2];
  return [
    { is: 'rect', box: { x: x - 4, y: y - 2, w: w + 8, h: h + 4 }, round: 4, fill: light.page },
    ...write(pen, text, setting, { x, y, w, align: 'middle' }),
  ];
}
