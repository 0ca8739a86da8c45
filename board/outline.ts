import { canvases, canvasOf } from './canvases.ts';
import type { Canvas } from './canvases.ts';
import type { ZoneKind } from './cards.ts';
import type { PlainRecord } from './flat-record.ts';
import { linksOf } from './links.ts';
import type { Link } from './links.ts';
import { compare } from './order.ts';
import { boxOf, zoneAt } from './placing.ts';
import type { Box } from './placing.ts';
import { plainText } from './rich-text.ts';

/** One thing on a canvas that says something; `id` is the record's. */
export type OutlineItem =
  | {
      readonly is: 'note';
      readonly id: string;
      readonly text: string;
      readonly color: string;
      readonly byName: string;
    }
  | { readonly is: 'action'; readonly id: string; readonly actionId: string }
  | { readonly is: 'topic'; readonly id: string; readonly itemId: string }
  | { readonly is: 'measure'; readonly id: string; readonly measureId: string }
  | { readonly is: 'cycle'; readonly id: string; readonly cycleId: string }
  /** Words that were drawn: a text, the label of a shape or an arrow. */
  | { readonly is: 'words'; readonly id: string; readonly text: string };

/** What items stand under; nothing for those in no field. */
export type OutlineHead =
  | { readonly is: 'zone'; readonly id: string; readonly kind: ZoneKind; readonly title: string }
  | { readonly is: 'frame'; readonly id: string; readonly title: string }
  | undefined;

export interface OutlineGroup {
  readonly head: OutlineHead;
  readonly items: readonly OutlineItem[];
}

export interface OutlineCanvas {
  readonly canvas: Canvas;
  readonly groups: readonly OutlineGroup[];
  /** The arrows between its items. */
  readonly links: readonly Link[];
}

/**
 * A board as headings and lists: canvases, on each its fields and frames, and what lies in them, all
 * in the order in which one reads. Takes records that may be on a board [DOC-9]. [PROJ-2]
 */
export function outlineOf(records: readonly PlainRecord[]): OutlineCanvas[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const shapes = records.filter(({ typeName }) => typeName === 'shape');
  const placed = shapes.flatMap((shape) => placedIn(shape, byId) ?? []);
  const links = linksOf(records);
  return canvases
    .filter((canvas) => records.some(({ id }) => canvasOf(id) === canvas))
    .map((canvas) => {
      const groups = groupsOf(placed.filter((one) => one.canvas === canvas));
      return { canvas, groups, links: linksBetween(groups, links) };
    });
}

/**
 * The problems on a knowledge map that no arrow joins to a topic: nobody's knowledge yet. Ids of
 * records.
 */
export function unknownProblems({ groups, links }: OutlineCanvas): ReadonlySet<string> {
  const topics = idsOf(groups.flatMap(({ items }) => items.filter(({ is }) => is === 'topic')));
  const known = new Set(
    links.flatMap(({ from, to }) => [
      ...(topics.has(to) ? [from] : []),
      ...(topics.has(from) ? [to] : []),
    ]),
  );
  const problems = groups.filter(({ head }) => head?.is === 'zone' && head.kind === 'problems');
  const notes = problems.flatMap(({ items }) => items.filter(({ is }) => is === 'note'));
  return idsOf(notes.filter(({ id }) => !known.has(id)));
}

function idsOf(items: readonly OutlineItem[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}

function linksBetween(groups: readonly OutlineGroup[], links: readonly Link[]): Link[] {
  const here = idsOf(groups.flatMap(({ items }) => items));
  return links.filter(({ from, to }) => here.has(from) && here.has(to));
}

interface Placed {
  readonly shape: PlainRecord;
  readonly canvas: Canvas;
  /** On the canvas, through the groups and frames around it; turned ones count as if they were not. */
  readonly box: Box;
  readonly frame: PlainRecord | undefined;
}

function groupsOf(placed: readonly Placed[]): OutlineGroup[] {
  const zones = placed.filter(({ shape }) => shape['type'] === 'zone').sort(inReadingOrder);
  const frames = placed.filter(({ shape }) => shape['type'] === 'frame').sort(inReadingOrder);
  const under = new Map<string | undefined, Placed[]>();
  for (const one of placed) {
    const zone = zoneAt(
      zones.map(({ shape }) => shape),
      one.box,
    );
    const id = one.frame?.id ?? zone?.id;
    under.set(id, [...(under.get(id) ?? []), one]);
  }
  const group = (head: OutlineHead): OutlineGroup => ({
    head,
    items: (under.get(head?.id) ?? []).sort(inReadingOrder).flatMap(itemOf),
  });
  const loose = group(undefined);
  return [
    ...zones.map(({ shape }) => group(zoneHead(shape))),
    ...frames.map(({ shape }) => group(frameHead(shape))),
    ...(loose.items.length > 0 ? [loose] : []),
  ];
}

function placedIn(shape: PlainRecord, byId: ReadonlyMap<string, PlainRecord>): Placed | undefined {
  let { x, y } = pointOf(shape);
  let frame: PlainRecord | undefined;
  let parent = String(shape['parentId']);
  // Bounded: a bad document may hold a loop.
  for (let depth = 0; depth < 20; depth++) {
    const canvas = canvasOf(parent);
    if (canvas) {
      const { w = 0, h = 0 } = boxOf(shape) ?? {};
      return { shape, canvas, box: { x, y, w, h }, frame };
    }
    const around = byId.get(parent);
    if (!around) return undefined;
    if (around['type'] === 'frame') frame ??= around;
    const at = pointOf(around);
    x += at.x;
    y += at.y;
    parent = String(around['parentId']);
  }
  return undefined;
}

/** Cards whose tops are nearer than this stand in one row, read from left to right. */
const ROW = 60;

function inReadingOrder(a: Placed, b: Placed): number {
  const rows = Math.round(a.box.y / ROW) - Math.round(b.box.y / ROW);
  return rows || a.box.x - b.box.x || compare(a.shape.id, b.shape.id);
}

function itemOf({ shape }: Placed): OutlineItem[] {
  const { id } = shape;
  const props = shape['props'] as Record<string, unknown>;
  switch (shape['type']) {
    case 'note-card': {
      const { byName } = shape['meta'] as Record<string, unknown>;
      const text = wordsOf(props['text']);
      return [{ is: 'note', id, text, color: wordsOf(props['color']), byName: wordsOf(byName) }];
    }
    case 'action-card':
      return [{ is: 'action', id, actionId: wordsOf(props['actionId']) }];
    case 'knowledge-card':
      return [{ is: 'topic', id, itemId: wordsOf(props['itemId']) }];
    case 'measure-card':
      return [{ is: 'measure', id, measureId: wordsOf(props['measureId']) }];
    case 'cycle-card':
      return [{ is: 'cycle', id, cycleId: wordsOf(props['cycleId']) }];
    default: {
      const text = props['richText'] ? plainText(props['richText']) : wordsOf(props['text']);
      return text === '' ? [] : [{ is: 'words', id, text }];
    }
  }
}

function zoneHead({ id, props }: PlainRecord): OutlineHead {
  const { kind, title } = props as { kind: ZoneKind; title: string };
  return { is: 'zone', id, kind, title };
}

function frameHead({ id, props }: PlainRecord): OutlineHead {
  return { is: 'frame', id, title: wordsOf((props as { name?: unknown }).name) };
}

function pointOf({ x, y }: PlainRecord): { x: number; y: number } {
  return { x: Number(x) || 0, y: Number(y) || 0 };
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
