import * as Y from 'yjs';
import type { Action } from '#board/actions.ts';
import type { Canvas } from '#board/canvases.ts';
import type { ZoneKind } from '#board/cards.ts';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { putRecord, shapeOn } from '#board/edits.ts';
import type { Author } from '#board/edits.ts';
import { taskKey } from '#board/facts.ts';
import type { MeasureFact, TaskFact } from '#board/facts.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import type { KnowledgeItem } from '#board/knowledge.ts';
import { pageRecord } from './records-of-every-kind.ts';

export const author: Author = { by: 'p1', byName: 'Noor', at: '2026-11-02T09:00:00.000Z' };

/** A document with nothing in it. */
export function emptyDocument(): BoardDocument {
  return boardDocument(new Y.Doc());
}

/** A document with the pages of every canvas and the records given. */
export function boardWith(...records: readonly PlainRecord[]): BoardDocument {
  const board = emptyDocument();
  for (const page of ['page:pdca', 'page:knowledge', 'page:action']) {
    putRecord(board, pageRecord({ id: page }));
  }
  for (const record of records) putRecord(board, record);
  return board;
}

/** The same content as another person has it, to be changed on its own. */
export function copyOf(board: BoardDocument): BoardDocument {
  const copy = emptyDocument();
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(board.doc));
  return copy;
}

/** Brings two documents to the same content, whatever each changed on its own. */
export function exchange(a: BoardDocument, b: BoardDocument): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)];
  Y.applyUpdate(a.doc, fromB);
  Y.applyUpdate(b.doc, fromA);
}

interface Where {
  readonly canvas?: Canvas;
  readonly x?: number;
  readonly y?: number;
  readonly index?: string;
}

/** A note; 200 wide and, with a short text, 120 high. */
export function note(
  name: string,
  {
    text = 'Wachttijd',
    color = 'yellow',
    ...where
  }: Where & { text?: string; color?: string } = {},
): PlainRecord {
  return shape(name, 'note-card', where, { w: 200, color, text });
}

export function zone(
  name: string,
  wish: Where & { kind?: ZoneKind; title?: string; w?: number; h?: number } = {},
): PlainRecord {
  const { kind = 'plan', title = '', w = 800, h = 600, ...where } = wish;
  return shape(name, 'zone', where, { w, h, kind, title });
}

export function actionCard(name: string, actionId: string, where: Where = {}): PlainRecord {
  return shape(name, 'action-card', { canvas: 'action', ...where }, { w: 260, actionId });
}

function shape(
  name: string,
  type: string,
  { canvas = 'pdca', x = 0, y = 0, index = 'a1' }: Where,
  props: Record<string, unknown>,
): PlainRecord {
  return shapeOn(canvas, { id: `shape:${name}`, type, index, x, y }, props, { ...author });
}

/** A proposal with nothing left open. */
export function proposal(wish: Partial<Action> = {}): Action {
  return {
    id: 'a1',
    title: 'Brieven een dag eerder nakijken',
    owner: { id: 'p2', name: 'Joost' },
    due: '2026-11-20',
    effect: { measure: 'm1', expected: 10, checkOn: '2026-12-18' },
    buddy: null,
    parked: null,
    rung: 'proposal',
    by: author.by,
    at: author.at,
    ...wish,
  };
}

/** The fact that `proposal()` was confirmed. */
export function task(wish: Partial<TaskFact> = {}): TaskFact {
  return {
    taskId: 't1',
    actionId: 'a1',
    title: 'Brieven een dag eerder nakijken',
    owner: { id: 'p2', name: 'Joost' },
    due: '2026-11-20',
    effect: { measure: 'm1', expected: 10, checkOn: '2026-12-18' },
    state: 'agreed',
    outcome: null,
    revision: 1,
    ...wish,
  };
}

export function confirm(board: BoardDocument, wish: Partial<TaskFact> = {}): void {
  const fact = task(wish);
  board.facts.set(taskKey(fact.actionId), fact);
}

export function measure(wish: Partial<MeasureFact> = {}): MeasureFact {
  return {
    id: 'm1',
    name: 'Wachttijd',
    unit: 'min',
    direction: 'down',
    baseline: 22,
    target: 10,
    targetBy: '2026-12-31',
    readings: [{ at: '2026-10-30', value: 14 }],
    ...wish,
  };
}

export function topic(wish: Partial<KnowledgeItem> = {}): KnowledgeItem {
  return {
    id: 'k1',
    topic: 'Verwijsbrieven',
    evidence: 'Deed het in het vorige ziekenhuis',
    holders: [{ id: 'p3', name: 'Ahmed', level: 'can-teach' }],
    ...wish,
  };
}
