import { generateNKeysBetween } from 'fractional-indexing';
import { MAX_IMPORT_RECORDS } from '../api/imports.ts';
import type { Action } from '../actions.ts';
import { ACTION_CARD_HEIGHT, KNOWLEDGE_CARD_HEIGHT, MAX_TEXT } from '../cards.ts';
import { ACTION_CARD_WIDTH, KNOWLEDGE_CARD_WIDTH, shapeOn } from '../edits.ts';
import type { PlainRecord } from '../flat-record.ts';
import { MAX_TOPIC } from '../knowledge.ts';
import type { KnowledgeItem } from '../knowledge.ts';
import { NOTE_WIDTH, noteLayout } from '../note-layout.ts';
import { UnreadableFile } from './imported.ts';
import type { Imported, LeftOut } from './imported.ts';

/** One row of a table: what it becomes, its words, and the group that it stands with. */
export interface CardRow {
  readonly kind: 'note' | 'action' | 'topic';
  readonly text: string;
  readonly group: string;
}

const STEP = 24; // canvas units between cards
const COLUMN = 320; // canvas units from one group to the next
const TALLEST = 12; // cards below each other, then a new column begins

/** Rows as cards: each group a column of its own with its name on a grey note at the top. [PORT-13] */
export function importRows(rows: readonly CardRow[]): Imported {
  if (rows.length > MAX_IMPORT_RECORDS)
    throw new UnreadableFile(
      'too-many-records',
      `The file has more than ${MAX_IMPORT_RECORDS} rows.`,
    );
  const left: LeftOut[] = [];
  const fit = rows.filter((row) => {
    const why = whyNot(row);
    if (why !== undefined) left.push({ kind: row.kind, name: row.text.slice(0, 80), why });
    return why === undefined;
  });
  const cards = columnsOf(fit).flatMap((column, at) => stacked(column, at * COLUMN));
  const keys = generateNKeysBetween(null, null, cards.length);
  const actions: Action[] = [];
  const knowledge: KnowledgeItem[] = [];
  const records = cards.map((card, at): PlainRecord => {
    const id = `r${at}`;
    if (card.kind === 'action') actions.push(actionOf(id, card.text));
    if (card.kind === 'topic') knowledge.push({ id, topic: card.text, evidence: '', holders: [] });
    return recordOf(card, id, keys[at] ?? '');
  });
  return { form: 'csv', records, pictures: {}, actions, knowledge, cycles: [], left };
}

function whyNot({ kind, text }: CardRow): 'empty' | 'unfit' | undefined {
  if (text === '') return 'empty';
  return text.length > (kind === 'topic' ? MAX_TOPIC : MAX_TEXT) ? 'unfit' : undefined;
}

type Placed = CardRow & { readonly x: number; readonly y: number; readonly isTitle?: true };
type Card = CardRow & { readonly isTitle?: true };

function columnsOf(rows: readonly CardRow[]): Card[][] {
  const groups = new Map<string, CardRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].flatMap(([group, all]) => {
    const columns: Card[][] = [];
    for (let at = 0; at < all.length; at += TALLEST) columns.push(all.slice(at, at + TALLEST));
    const title = { kind: 'note', text: group, group, isTitle: true } as const;
    if (group !== '') columns[0]?.unshift(title);
    return columns;
  });
}

function stacked(column: readonly Card[], x: number): Placed[] {
  let y = 0;
  return column.map((card) => {
    const placed = { ...card, x, y };
    y += heightOf(card) + STEP;
    return placed;
  });
}

function heightOf({ kind, text }: CardRow): number {
  if (kind === 'action') return ACTION_CARD_HEIGHT;
  return kind === 'topic' ? KNOWLEDGE_CARD_HEIGHT : noteLayout(text, NOTE_WIDTH).height;
}

function actionOf(id: string, title: string): Action {
  const open = { owner: null, due: null, effect: {}, rung: 'proposal' } as const;
  return { id, title, ...open, by: '', at: '' };
}

function recordOf({ kind, text, x, y, isTitle }: Placed, id: string, index: string): PlainRecord {
  const at = { id: `shape:${id}`, index, x, y };
  // Whoever brings it becomes the writer when it is put on the board.
  const meta = { by: '' };
  if (kind === 'action') {
    const props = { w: ACTION_CARD_WIDTH, actionId: id };
    return shapeOn('pdca', { ...at, type: 'action-card' }, props, meta);
  }
  if (kind === 'topic') {
    const props = { w: KNOWLEDGE_CARD_WIDTH, itemId: id };
    return shapeOn('pdca', { ...at, type: 'knowledge-card' }, props, meta);
  }
  const props = { w: NOTE_WIDTH, color: isTitle ? 'grey' : 'yellow', text };
  return shapeOn('pdca', { ...at, type: 'note-card' }, props, meta);
}
