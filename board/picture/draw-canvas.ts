import * as Y from 'yjs';
import type {
  TLArrowShape,
  TLDrawShape,
  TLFrameShape,
  TLGeoShape,
  TLHighlightShape,
  TLImageShape,
  TLLineShape,
  TLShape,
  TLTextShape,
} from '@tldraw/tlschema';
import { pageOf } from '../canvases.ts';
import type { Canvas } from '../canvases.ts';
import type {
  ActionCard,
  CycleCard,
  KnowledgeCard,
  MeasureCard,
  NoteCard,
  Zone,
} from '../cards.ts';
import { readFlat } from '../flat-record.ts';
import type { PlainRecord } from '../flat-record.ts';
import { byId, compare } from '../order.ts';
import { boxOf } from '../placing.ts';
import { checkRecord } from '../records.ts';
import { drawArrow } from './arrows.ts';
import type { Held, HeldEnds } from './arrows.ts';
import { drawAction, drawCycle, drawNote, drawTopic, drawZone } from './cards.ts';
import {
  drawFrame,
  drawGeo,
  drawHighlight,
  drawImage,
  drawLine,
  drawStroke,
  drawText,
} from './free-shapes.ts';
import { drawMeasure } from './measure-card.ts';
import type { Point } from './outlines.ts';
import type { Pen } from './pen.ts';
import type { Mark } from './picture.ts';
import { inPage, ownSpace, placeOf } from './space.ts';
import type { Place } from './space.ts';

/** Shapes inside shapes deeper than this are left out; a bad document may hold a loop. */
const DEEP = 20;

/** The records of a board that may be shown, arranged for drawing. */
export interface Sheet {
  readonly pen: Pen;
  readonly byId: ReadonlyMap<string, PlainRecord>;
  readonly children: ReadonlyMap<string, readonly PlainRecord[]>;
  /** Arrow id → what its ends hold on to. */
  readonly bindings: ReadonlyMap<string, readonly PlainRecord[]>;
}

/** Everything on a canvas, lowest first; what may not be on a board is left out. [DRAW-1] */
export function drawCanvas(sheet: Sheet, canvas: Canvas): Mark[] {
  return drawInside(sheet, pageOf(canvas), 0);
}

export function sheetOf(pen: Pen): Sheet {
  const records = [...pen.board.records.entries()]
    .flatMap(([id, map]) => ((map as unknown) instanceof Y.Map ? readFlat(id, map) : []))
    .filter((record) => checkRecord(record).ok);
  const shapes = records
    .filter(({ typeName }) => typeName === 'shape')
    .sort((a, b) => compare(String(a['index']), String(b['index'])) || byId(a, b));
  const bindings = records.filter(({ typeName }) => typeName === 'binding').sort(byId);
  return {
    pen,
    byId: new Map(records.map((record) => [record.id, record])),
    children: grouped(shapes, 'parentId'),
    bindings: grouped(bindings, 'fromId'),
  };
}

function grouped(records: readonly PlainRecord[], key: string): Map<string, PlainRecord[]> {
  const groups = new Map<string, PlainRecord[]>();
  for (const record of records) {
    const name = String(record[key]);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(record);
  }
  return groups;
}

function drawInside(sheet: Sheet, parentId: string, depth: number): Mark[] {
  if (depth > DEEP) return [];
  return (sheet.children.get(parentId) ?? []).map((shape) => {
    const { x, y, turn } = placeOf(shape);
    const marks = [...drawShape(sheet, shape), ...drawInside(sheet, shape.id, depth + 1)];
    return { is: 'group', x, y, turn, opacity: Number(shape['opacity']), marks };
  });
}

function drawShape(sheet: Sheet, record: PlainRecord): Mark[] {
  const { pen } = sheet;
  const shape = record as unknown as TLShape;
  switch (String(record['type'])) {
    case 'note-card':
      return drawNote(pen, propsOf<NoteCard>(record));
    case 'action-card':
      return drawAction(pen, propsOf<ActionCard>(record));
    case 'knowledge-card':
      return drawTopic(pen, propsOf<KnowledgeCard>(record));
    case 'measure-card':
      return drawMeasure(pen, propsOf<MeasureCard>(record));
    case 'cycle-card':
      return drawCycle(pen, propsOf<CycleCard>(record));
    case 'zone':
      return drawZone(pen, propsOf<Zone>(record));
    case 'geo':
      return drawGeo(pen, shape as TLGeoShape);
    case 'text':
      return drawText(pen, shape as TLTextShape);
    case 'draw':
      return drawStroke(shape as TLDrawShape);
    case 'highlight':
      return drawHighlight(shape as TLHighlightShape);
    case 'line':
      return drawLine(shape as TLLineShape);
    case 'arrow':
      return drawArrow(pen, shape as TLArrowShape, endsOf(sheet, record));
    case 'frame':
      return drawFrame(pen, shape as TLFrameShape);
    case 'image':
      return drawImage(shape as TLImageShape, sourceOf(sheet, record));
    default:
      return []; // a group is what is in it
  }
}

function propsOf<T extends { props: unknown }>(record: PlainRecord): T['props'] {
  return record['props'] as T['props'];
}

function sourceOf({ byId: records }: Sheet, image: PlainRecord): string | undefined {
  const { assetId } = image['props'] as { assetId?: unknown };
  const asset = records.get(String(assetId));
  const src = (asset?.['props'] as { src?: unknown } | undefined)?.src;
  return typeof src === 'string' ? src : undefined;
}

/** What the arrow's ends are bound to, seen from the arrow. */
function endsOf(sheet: Sheet, arrow: PlainRecord): HeldEnds {
  const space = placesOver(sheet, arrow);
  const ends: { start?: Held; end?: Held } = {};
  for (const binding of sheet.bindings.get(arrow.id) ?? []) {
    const held = heldBy(sheet, binding, space);
    const { terminal } = binding['props'] as { terminal?: unknown };
    if (held) ends[terminal === 'start' ? 'start' : 'end'] = held;
  }
  return ends;
}

function heldBy(sheet: Sheet, binding: PlainRecord, space: readonly Place[]): Held | undefined {
  const target = sheet.byId.get(String(binding['toId']));
  const size = target && boxOf({ ...target, x: 0, y: 0 });
  if (!target || !size) return undefined;
  const { normalizedAnchor: anchor, isPrecise } = binding['props'] as {
    normalizedAnchor: Point;
    isPrecise: boolean;
  };
  const over = placesOver(sheet, target);
  const see = (x: number, y: number): Point => ownSpace(space, inPage(over, { x, y }));
  const [w, h] = [size.w, size.h];
  return {
    at: isPrecise ? see(anchor.x * w, anchor.y * h) : see(w / 2, h / 2),
    around: [see(0, 0), see(w, 0), see(w, h), see(0, h)],
  };
}

/** The places of a shape and of everything it is in, the innermost first. */
function placesOver({ byId: records }: Sheet, shape: PlainRecord): Place[] {
  const places: Place[] = [];
  let current: PlainRecord | undefined = shape;
  while (current?.typeName === 'shape' && places.length <= DEEP) {
    places.push(placeOf(current));
    current = records.get(String(current['parentId']));
  }
  return places;
}
