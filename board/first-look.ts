import { readAction } from './actions.ts';
import { canvasesOn } from './canvases.ts';
import type { Canvas } from './canvases.ts';
import { cardProps } from './cards.ts';
import type { NoteCard, NoteColor, Zone, ZoneKind } from './cards.ts';
import { readMeasure } from './document.ts';
import type { BoardDocument } from './document.ts';
import { readFlat } from './flat-record.ts';
import type { PlainRecord } from './flat-record.ts';
import { readKnowledge } from './knowledge.ts';
import { boxOf, shapesOn } from './placing.ts';
import type { Box } from './placing.ts';

/** A card as one reads it before anything can be done with it. */
export type LookCard = { readonly id: string; readonly box: Box } & (
  | { readonly is: 'note'; readonly color: NoteColor; readonly text: string }
  /** A field of a template; an empty title stands for the name of its kind. */
  | { readonly is: 'zone'; readonly kind: ZoneKind; readonly title: string }
  /** Shows something of the board: an action, a topic, a measure. */
  | { readonly is: 'paper'; readonly words: string }
);

/** What is on one canvas, to be read. */
export interface FirstLook {
  readonly canvas: Canvas;
  /** Around everything on it, drawings too; left out when it is empty. */
  readonly extent?: Box;
  /** Lowest first. */
  readonly cards: readonly LookCard[];
}

/** A canvas to be read, the first of the board unless one is named. [CANVAS-6] */
export function firstLookOf(
  board: BoardDocument,
  canvas: Canvas = canvasesOn(board.records)[0] ?? 'pdca',
): FirstLook {
  const placed = shapesOn(board, canvas).flatMap((shape) => placedOn(board, shape));
  const extent = around(placed.map(({ box }) => box));
  return {
    canvas,
    ...(extent && { extent }),
    cards: placed.flatMap(({ shape, box }) => lookCard(board, shape, box) ?? []),
  };
}

/** The words on a card that shows something of the board; undefined for one that does not. */
export function titleOn(board: BoardDocument, props: object): string | undefined {
  const { actionId, itemId, measureId } = props as Readonly<Record<string, unknown>>;
  if (typeof actionId === 'string') return readAction(board, actionId)?.title;
  if (typeof itemId === 'string') return readKnowledge(board, itemId)?.topic;
  if (typeof measureId === 'string') return readMeasure(board, measureId)?.name;
  return undefined;
}

interface Placed {
  readonly shape: PlainRecord;
  readonly box: Box;
}

/** A shape with its place; of a frame what is in it too. */
function placedOn(board: BoardDocument, shape: PlainRecord): Placed[] {
  const box = boxOf(shape);
  if (!box) return [];
  if (shape['type'] !== 'frame') return [{ shape, box }];
  const inside = [...board.records.entries()]
    .filter(([, map]) => map.get('parentId') === shape.id)
    .map(([id, map]) => readFlat(id, map))
    .flatMap((child) => {
      const own = boxOf(child);
      return own ? [{ shape: child, box: { ...own, x: own.x + box.x, y: own.y + box.y } }] : [];
    });
  return [{ shape, box }, ...inside];
}

function lookCard(board: BoardDocument, shape: PlainRecord, box: Box): LookCard | undefined {
  const { id, type, props } = shape;
  if (!(String(type) in cardProps)) return undefined;
  if (type === 'note-card') {
    const { color, text } = props as NoteCard['props'];
    return { id, box, is: 'note', color, text: String(text) };
  }
  if (type === 'zone') {
    const { kind, title } = props as Zone['props'];
    return { id, box, is: 'zone', kind, title };
  }
  return { id, box, is: 'paper', words: titleOn(board, props as object) ?? '' };
}

function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: Math.max(1, right - x), h: Math.max(1, bottom - y) };
}
