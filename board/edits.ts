import { addAction, readAction } from './actions.ts';
import type { Action } from './actions.ts';
import { pageOf } from './canvases.ts';
import type { Canvas } from './canvases.ts';
import { ACTION_CARD_HEIGHT, KNOWLEDGE_CARD_HEIGHT } from './cards.ts';
import type { NoteColor } from './cards.ts';
import type { BoardDocument } from './document.ts';
import { createFlat, readFlat } from './flat-record.ts';
import type { PlainRecord } from './flat-record.ts';
import { addKnowledge } from './knowledge.ts';
import type { KnowledgeItem } from './knowledge.ts';
import { NOTE_WIDTH, noteLayout } from './note-layout.ts';
import { boxOf, freePlace, shapesOn, topIndex } from './placing.ts';
import type { Box } from './placing.ts';

/** Who does it and when (ISO 8601); kept on the card. */
export interface Author {
  readonly by: string;
  readonly byName: string;
  readonly at: string;
}

export interface NoteToAdd {
  /** Record id, `shape:…`. */
  readonly id: string;
  readonly canvas: Canvas;
  readonly text: string;
  readonly color?: NoteColor;
  /** The field that it goes into; else the first of the canvas that takes notes. */
  readonly zoneId?: string | undefined;
  readonly x?: number | undefined;
  readonly y?: number | undefined;
}

export const ACTION_CARD_WIDTH = 260;
export const KNOWLEDGE_CARD_WIDTH = 240;

/** Adds a note, where said or at a free place. Call inside a transaction. */
export function addNote(board: BoardDocument, note: NoteToAdd, author: Author): Box {
  const size = { w: NOTE_WIDTH, h: noteLayout(note.text, NOTE_WIDTH).height };
  const field =
    note.zoneId === undefined
      ? zoneBox(board, note.canvas, ['plan', 'problems', 'proposal'])
      : boxOfRecord(board, note.zoneId);
  const box = place(board, note.canvas, size, note, field);
  putCard(board, note.canvas, note.id, 'note-card', box, author, {
    w: size.w,
    color: note.color ?? 'yellow',
    text: note.text,
  });
  return box;
}

/** Adds an action with a card that shows it, in the proposals of the canvas when it has such a zone. */
export function proposeAction(
  board: BoardDocument,
  action: Action,
  card: { id: string; canvas: Canvas; x?: number; y?: number },
  author: Author,
): Box {
  addAction(board, action);
  const size = { w: ACTION_CARD_WIDTH, h: ACTION_CARD_HEIGHT };
  const field = zoneBox(board, card.canvas, ['proposal', 'act', 'do']);
  const box = place(board, card.canvas, size, card, field);
  putCard(board, card.canvas, card.id, 'action-card', box, author, {
    w: size.w,
    actionId: action.id,
  });
  return box;
}

/** Adds a knowledge item with its card on the knowledge map. */
export function addTopic(
  board: BoardDocument,
  item: KnowledgeItem,
  card: { id: string; x?: number; y?: number },
  author: Author,
): Box {
  addKnowledge(board, item);
  const size = { w: KNOWLEDGE_CARD_WIDTH, h: KNOWLEDGE_CARD_HEIGHT };
  const box = place(board, 'knowledge', size, card, zoneBox(board, 'knowledge', ['topics']));
  putCard(board, 'knowledge', card.id, 'knowledge-card', box, author, {
    w: size.w,
    itemId: item.id,
  });
  return box;
}

/** Marks a proposal as dropped; its card stays until somebody deletes it. */
export function dropAction(board: BoardDocument, actionId: string): void {
  if (readAction(board, actionId)) board.actions.get(actionId)?.set('rung', 'dropped');
}

/** Puts a record into the document, text types included. */
export function putRecord(board: BoardDocument, record: PlainRecord): void {
  board.records.set(record.id, createFlat(record));
}

/** A shape record directly on a canvas, with tldraw's plain properties at rest. */
export function shapeOn(
  canvas: Canvas,
  shape: { id: string; type: string; index: string; x: number; y: number; locked?: boolean },
  props: Record<string, unknown>,
  meta: Record<string, unknown> = {},
): PlainRecord {
  return {
    id: shape.id,
    typeName: 'shape',
    type: shape.type,
    parentId: pageOf(canvas),
    index: shape.index,
    x: shape.x,
    y: shape.y,
    rotation: 0,
    isLocked: shape.locked ?? false,
    opacity: 1,
    props,
    meta,
  };
}

function putCard(
  board: BoardDocument,
  canvas: Canvas,
  id: string,
  type: string,
  { x, y }: Box,
  author: Author,
  props: Record<string, unknown>,
): void {
  const index = topIndex(board, canvas);
  putRecord(board, shapeOn(canvas, { id, type, index, x, y }, props, { ...author }));
}

function place(
  board: BoardDocument,
  canvas: Canvas,
  size: { w: number; h: number },
  at: { x?: number | undefined; y?: number | undefined },
  field?: Box,
): Box {
  const free =
    at.x === undefined || at.y === undefined ? freePlace(board, canvas, size, field) : undefined;
  return { ...size, x: at.x ?? free?.x ?? 0, y: at.y ?? free?.y ?? 0 };
}

/** Where the shape lies; undefined when it is gone or has no size of its own. */
export function boxOfRecord(board: BoardDocument, id: string): Box | undefined {
  const map = board.records.get(id);
  return map ? boxOf(readFlat(id, map)) : undefined;
}

function zoneBox(board: BoardDocument, canvas: Canvas, kinds: readonly string[]): Box | undefined {
  const zones = shapesOn(board, canvas).filter((shape) => shape['type'] === 'zone');
  for (const kind of kinds) {
    const zone = zones.find((shape) => (shape['props'] as { kind?: unknown }).kind === kind);
    if (zone) return boxOf(zone);
  }
  return undefined;
}
