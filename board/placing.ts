import { T } from '@tldraw/validate';
import { generateKeyBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { pageOf } from './canvases.ts';
import type { Canvas } from './canvases.ts';
import { ACTION_CARD_HEIGHT, CYCLE_CARD_HEIGHT, KNOWLEDGE_CARD_HEIGHT } from './cards.ts';
import type { BoardDocument } from './document.ts';
import { readFlat } from './flat-record.ts';
import type { PlainRecord } from './flat-record.ts';
import { noteLayout } from './note-layout.ts';
import { byId, compare } from './order.ts';

/** A rectangle on a canvas, in canvas units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Every shape that lies directly on the canvas, lowest first; not yet checked against the schema. */
export function shapesOn(board: BoardDocument, canvas: Canvas): PlainRecord[] {
  const page = pageOf(canvas);
  return [...board.records.entries()]
    .filter(([, map]) => isShapeOn(page, map))
    .map(([id, map]) => readFlat(id, map))
    .sort((a, b) => compare(indexOf(a), indexOf(b)) || byId(a, b));
}

/** The tldraw index above everything that lies on the canvas. */
export function topIndex(board: BoardDocument, canvas: Canvas): string {
  const top = shapesOn(board, canvas).map(indexOf).filter(isIndex).at(-1);
  return generateKeyBetween(top ?? null, null);
}

/** Where a card lies; undefined for shapes without a place or a size of their own. */
export function boxOf(shape: PlainRecord): Box | undefined {
  const props = shape['props'] as Record<string, unknown>;
  const { x, y } = shape;
  const w = props['w'];
  const h = heightOf(shape, props);
  return isFinite(x) && isFinite(y) && isFinite(w) && isFinite(h) ? { x, y, w, h } : undefined;
}

/** The zone that holds the middle of the box; the smallest one when zones lie on each other. [DOC-10] */
export function zoneAt(zones: readonly PlainRecord[], box: Box): PlainRecord | undefined {
  const x = box.x + box.w / 2;
  const y = box.y + box.h / 2;
  return zones
    .filter((zone) => {
      const area = boxOf(zone);
      return area && x >= area.x && x <= area.x + area.w && y >= area.y && y <= area.y + area.h;
    })
    .sort((a, b) => areaOf(a) - areaOf(b))[0];
}

const STEP = 24; // canvas units between cards that the server places
const COLUMNS = 6;
// No board reaches further down; a shape that does is passed over, or the card would be placed where
// no record may be.
const DEEP = 100_000;

/**
 * A free place for a card of that size: inside `field` while it has room, else below everything.
 * [DOC-13]
 */
export function freePlace(
  board: BoardDocument,
  canvas: Canvas,
  size: { w: number; h: number },
  field?: Box,
): Box {
  const shapes = shapesOn(board, canvas);
  const isZone = (shape: PlainRecord): boolean => shape['type'] === 'zone';
  const taken = shapes.filter((shape) => !isZone(shape)).flatMap((shape) => boxOf(shape) ?? []);
  const everything = shapes.flatMap((shape) => boxOf(shape) ?? []);
  const bottoms = everything.map((box) => box.y + box.h).filter((y) => y <= DEEP);
  const y = Math.max(0, ...bottoms);
  const below = { x: 0, y, w: COLUMNS * (size.w + STEP), h: DEEP };
  const box = (field && firstFree(field, size, taken)) ?? firstFree(below, size, taken);
  return box ?? slot(below, size, 0, COLUMNS);
}

function firstFree(
  area: Box,
  size: { w: number; h: number },
  taken: readonly Box[],
): Box | undefined {
  const columns = Math.floor(area.w / (size.w + STEP));
  if (columns < 1) return undefined;
  for (let at = 0; ; at++) {
    const box = slot(area, size, at, columns);
    if (box.y + box.h > area.y + area.h) return undefined;
    if (!taken.some((other) => overlaps(box, other))) return box;
  }
}

function slot(area: Box, size: { w: number; h: number }, at: number, columns: number): Box {
  return {
    ...size,
    x: area.x + STEP + (at % columns) * (size.w + STEP),
    y: area.y + FIELD_TITLE + Math.floor(at / columns) * (size.h + STEP),
  };
}

/** Room that a zone's title and line take at its top, and the mark that stands out above a card. */
const FIELD_TITLE = 76;

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function heightOf(shape: PlainRecord, props: Record<string, unknown>): unknown {
  const { text, w } = props;
  if (shape['type'] === 'note-card')
    return noteLayout(typeof text === 'string' ? text : '', isFinite(w) ? w : 0).height;
  if (shape['type'] === 'action-card') return ACTION_CARD_HEIGHT;
  if (shape['type'] === 'knowledge-card') return KNOWLEDGE_CARD_HEIGHT;
  if (shape['type'] === 'cycle-card') return CYCLE_CARD_HEIGHT;
  return props['h'];
}

function areaOf(shape: PlainRecord): number {
  const box = boxOf(shape);
  return box ? box.w * box.h : Infinity;
}

function indexOf({ index }: PlainRecord): string {
  return typeof index === 'string' ? index : '';
}

function isIndex(index: string): boolean {
  return T.indexKey.isValid(index);
}

/** True for a shape right on the page; records may hold anything that a client put there. */
function isShapeOn(page: string, map: unknown): boolean {
  return map instanceof Y.Map && map.get('typeName') === 'shape' && map.get('parentId') === page;
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}
