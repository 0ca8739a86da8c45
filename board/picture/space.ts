import type { PlainRecord } from '../flat-record.ts';
import type { Box } from '../placing.ts';
import type { Point } from './outlines.ts';
import type { Mark } from './picture.ts';

/** Where a shape lies in what it is in. */
export interface Place extends Point {
  /** Radians, clockwise. */
  readonly turn: number;
}

export function placeOf(shape: PlainRecord): Place {
  return { x: Number(shape['x']), y: Number(shape['y']), turn: Number(shape['rotation']) };
}

/** A point of a shape as the page has it; places from the innermost out. */
export function inPage(places: readonly Place[], point: Point): Point {
  return places.reduce((at, place) => outward(place, at), point);
}

/** A point of the page as a shape has it. */
export function ownSpace(places: readonly Place[], point: Point): Point {
  return places.reduceRight((at, { x, y, turn }) => {
    const [dx, dy] = [at.x - x, at.y - y];
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return { x: dx * cos + dy * sin, y: dy * cos - dx * sin };
  }, point);
}

function outward({ x, y, turn }: Place, at: Point): Point {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: x + at.x * cos - at.y * sin, y: y + at.x * sin + at.y * cos };
}

/** Around everything that the marks show; undefined when that is nothing. */
export function extentOf(marks: readonly Mark[]): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const hold = ({ x, y }: Point): void => {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  };
  const look = (mark: Mark, places: readonly Place[]): void => {
    if (mark.is === 'group') {
      const inner = [mark, ...places];
      for (const one of mark.marks) look(one, inner);
    } else for (const point of pointsOf(mark)) hold(inPage(places, point));
  };
  for (const mark of marks) look(mark, []);
  return left <= right ? { x: left, y: top, w: right - left, h: bottom - top } : undefined;
}

function pointsOf(mark: Exclude<Mark, { is: 'group' }>): Point[] {
  if (mark.is === 'path') return pointsOfPath(mark.d);
  if (mark.is === 'words') {
    const { x, y, size, width } = mark;
    return cornersOf({ x, y: y - size, w: width, h: size * 1.3 });
  }
  return cornersOf(mark.box);
}

function cornersOf({ x, y, w, h }: Box): Point[] {
  return [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ];
}

/** The ends of a path's lines; those of its curves are near enough for an edge around it. */
function pointsOfPath(d: string): Point[] {
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, letter = '', numbers = ''] of d.matchAll(/([MLCAHVZ])([^MLCAHVZ]*)/g)) {
    const values = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const [y = 0, x = 0] = [values.at(-1), values.at(-2)];
    if (letter === 'Z') continue;
    if (letter === 'H') at = { x: y, y: at.y };
    else if (letter === 'V') at = { x: at.x, y };
    else at = { x, y };
    points.push(at);
  }
  return points;
}
