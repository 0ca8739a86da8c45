import { generateKeyBetween } from 'fractional-indexing';
import { must } from './assert.ts';
import { pageOf } from './canvases.ts';
import type { Canvas } from './canvases.ts';
import { ACTION_CARD_HEIGHT, KNOWLEDGE_CARD_HEIGHT } from './cards.ts';
import type { BoardDocument } from './document.ts';
import { readFlat } from './flat-record.ts';
import type { PlainRecord } from './flat-record.ts';
import { noteLayout } from './note-layout.ts';

/** A rectangle on a canvas, in canvas units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Every shape that lies directly on the canvas, lowest first. */
export function shapesOn(board: BoardDocument, canvas: Canvas): PlainRecord[] {
  const page = pageOf(canvas);
  return [...board.records.entries()]
    .filter(([, map]) => map.get('typeName') === 'shape' && map.get('parentId') === page)
    .map(([id, map]) => readFlat(id, map))
    .sort((a, b) => (indexOf(a) < indexOf(b) ? -1 : 1));
}

/** The tldraw index above everything that lies on the canvas. */
export function topIndex(board: BoardDocument, canvas: Canvas): string {
  const top = shapesOn(board, canvas).at(-1);
  return generateKeyBetween(top ? indexOf(top) : null, null);
}

/** Where a card lies; undefined for shapes without a size of their own. */
export function boxOf(shape: PlainRecord): Box | undefined {
  const props = shape['props'] as Record<string, unknown>;
  const w = props['w'];
  const h = heightOf(shape, props);
  if (typeof w !== 'number' || h === undefined) return undefined;
  return { x: Number(shape['x']), y: Number(shape['y']), w, h };
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

/** A free place for a card of that size: inside `field` while it has room, else below everything. */
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
  const bottom = Math.max(0, ...everything.map((box) => box.y + box.h));
  const endless = { x: 0, y: bottom, w: COLUMNS * (size.w + STEP), h: Infinity };
  const box = (field && firstFree(field, size, taken)) ?? firstFree(endless, size, taken);
  return must(box, 'a free place on an endless canvas');
}

function firstFree(
  area: Box,
  size: { w: number; h: number },
  taken: readonly Box[],
): Box | undefined {
  const columns = Math.max(1, Math.floor((area.w - STEP) / (size.w + STEP)));
  for (let at = 0; ; at++) {
    const row = Math.floor(at / columns);
    const box = {
      ...size,
      x: area.x + STEP + (at % columns) * (size.w + STEP),
      y: area.y + FIELD_TITLE + row * (size.h + STEP),
    };
    if (box.y + box.h > area.y + area.h) return undefined;
    if (!taken.some((other) => overlaps(box, other))) return box;
  }
}

/** Room that a zone's title takes at its top. */
export const FIELD_TITLE = 64;

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function heightOf(shape: PlainRecord, props: Record<string, unknown>): number | undefined {
  if (shape['type'] === 'note-card')
    return noteLayout(String(props['text']), Number(props['w'])).height;
  if (shape['type'] === 'action-card') return ACTION_CARD_HEIGHT;
  if (shape['type'] === 'knowledge-card') return KNOWLEDGE_CARD_HEIGHT;
  return typeof props['h'] === 'number' ? props['h'] : undefined;
}

function areaOf(shape: PlainRecord): number {
  const box = boxOf(shape);
  return box ? box.w * box.h : Infinity;
}

function indexOf(shape: PlainRecord): string {
  return String(shape['index']);
}
