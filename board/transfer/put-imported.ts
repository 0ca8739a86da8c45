import { generateNKeysBetween } from 'fractional-indexing';
import { addAction } from '../actions.ts';
import { canvasesOn, canvasOf, pageOf } from '../canvases.ts';
import type { Canvas } from '../canvases.ts';
import { addCycle } from '../cycles.ts';
import { readMeasures, readPeople } from '../document.ts';
import type { BoardDocument } from '../document.ts';
import { putRecord } from '../edits.ts';
import type { Author } from '../edits.ts';
import type { PlainRecord } from '../flat-record.ts';
import { addKnowledge } from '../knowledge.ts';
import { compare } from '../order.ts';
import { boxOf, shapesOn, topIndex } from '../placing.ts';
import { checkRecord } from '../records.ts';
import type { Imported } from './imported.ts';

export interface Putting {
  /** The canvas that everything goes to; else each page to the canvas of its name. */
  readonly canvas?: Canvas | undefined;
  readonly author: Author;
  /** A fresh id at every call. */
  readonly newId: () => string;
  /** Where the pictures are kept now, by the id of their asset in the file. */
  readonly images: ReadonlyMap<string, string>;
}

/** Canvas units between what is there and what comes beside it. */
const GAP = 200;

/**
 * Puts what a file holds beside what is on the board. On a board without shapes it keeps its ids and
 * places; else all ids are fresh, so that nothing that is there is changed. Actions always have fresh
 * ones, because a promise is known by them. Owners and writers stay who they were when they
 * are of the team. Call inside a transaction. [PORT-12]
 */
export function putImported(board: BoardDocument, file: Imported, putting: Putting): void {
  const names = newNames(board, file, putting);
  const people = new Set(readPeople(board).map(({ id }) => id));
  const name = (id: string): string => names.get(id) ?? id;
  for (const action of file.actions) {
    const owner = action.owner && people.has(action.owner.id) ? action.owner : null;
    const { by, at } = putting.author;
    addAction(board, { ...action, id: name(action.id), owner, by, at });
  }
  for (const item of file.knowledge) addKnowledge(board, { ...item, id: name(item.id) });
  for (const cycle of file.cycles) addCycle(board, { ...cycle, id: name(cycle.id) });
  const placed = placedBeside(board, file.records, putting);
  const measures = new Set(readMeasures(board).map(({ id }) => id));
  for (const record of placed) {
    const made = renamed(record, name, putting);
    const fresh = writtenBy(withMeasure(made, measures), people, putting.author);
    if (checkRecord(fresh).ok) putRecord(board, fresh);
  }
}

function newNames(board: BoardDocument, file: Imported, { newId }: Putting): Map<string, string> {
  const isEmpty = canvasesOn(board.records).every((on) => shapesOn(board, on).length === 0);
  const names = new Map(file.actions.map(({ id }) => [id, newId()]));
  const keep = (taken: { has(id: string): boolean }, id: string): boolean =>
    isEmpty && !taken.has(id);
  for (const { id } of file.knowledge) if (!keep(board.knowledge, id)) names.set(id, newId());
  for (const { id } of file.cycles) if (!keep(board.cycles, id)) names.set(id, newId());
  for (const { id, typeName } of file.records) {
    if (!keep(board.records, id)) names.set(id, `${typeName}:${newId()}`);
  }
  return names;
}

/** Each page of the file beside what its canvas holds, one page after another, above everything. */
function placedBeside(
  board: BoardDocument,
  records: readonly PlainRecord[],
  { canvas }: Putting,
): PlainRecord[] {
  const pages = [...new Set(records.map(pageUnder).filter((page) => page !== undefined))];
  const ends = new Map<Canvas, number>();
  const placed = new Map<string, PlainRecord>();
  for (const page of pages) {
    const on = canvas ?? canvasFor(board, page);
    const shapes = records.filter((record) => pageUnder(record) === page).sort(byIndex);
    const there = shapesOn(board, on);
    const end = ends.get(on) ?? rightOf(there);
    const shift = end === undefined ? 0 : end + GAP - Math.min(...shapes.map(leftOf));
    const isFirst = there.length === 0 && !ends.has(on);
    const keys = generateNKeysBetween(topOn(board, on, placed), null, shapes.length);
    shapes.forEach((shape, at) => {
      const index = isFirst ? shape['index'] : keys[at];
      const x = Number(shape['x']) + shift;
      placed.set(shape.id, { ...shape, parentId: pageOf(on), x, index });
    });
    ends.set(on, rightOf(shapes.map((shape) => placed.get(shape.id) ?? shape)) ?? 0);
  }
  return records.map((record) => placed.get(record.id) ?? record);
}

function topOn(
  board: BoardDocument,
  on: Canvas,
  placed: ReadonlyMap<string, PlainRecord>,
): string | null {
  const keys = [...placed.values()]
    .filter(({ parentId }) => parentId === pageOf(on))
    .map(({ index }) => String(index));
  const tops = shapesOn(board, on).length > 0 ? [topIndex(board, on), ...keys] : keys;
  return tops.sort(compare).at(-1) ?? null;
}

function canvasFor(board: BoardDocument, page: string): Canvas {
  const there = canvasesOn(board.records);
  const named = canvasOf(page);
  return named !== undefined && there.includes(named) ? named : (there[0] ?? 'pdca');
}

/** The page that a shape lies on directly. */
function pageUnder({ typeName, parentId }: PlainRecord): string | undefined {
  const parent = String(parentId);
  return typeName === 'shape' && parent.startsWith('page:') ? parent : undefined;
}

const byIndex = (a: PlainRecord, b: PlainRecord): number =>
  compare(String(a['index']), String(b['index']));

const leftOf = ({ x }: PlainRecord): number => Number(x);

function rightOf(shapes: readonly PlainRecord[]): number | undefined {
  const ends = shapes.map((shape) => leftOf(shape) + (boxOf(shape)?.w ?? 0));
  return ends.length === 0 ? undefined : Math.max(...ends);
}

function renamed(
  record: PlainRecord,
  name: (id: string) => string,
  { images }: Putting,
): PlainRecord {
  const fresh: Record<string, unknown> = { ...record, id: name(record.id) };
  for (const key of ['parentId', 'fromId', 'toId']) {
    if (typeof record[key] === 'string') fresh[key] = name(String(fresh[key]));
  }
  const props = { ...(record['props'] as Record<string, unknown>) };
  for (const key of ['actionId', 'itemId', 'cycleId', 'assetId']) {
    if (typeof props[key] === 'string') props[key] = name(props[key]);
  }
  if (record.typeName === 'asset') props['src'] = images.get(record.id) ?? null;
  return { ...fresh, id: name(record.id), typeName: record.typeName, props };
}

/** A measure is the team's; another team's card asks which of theirs it is to show. */
function withMeasure(record: PlainRecord, measures: ReadonlySet<string>): PlainRecord {
  const props = record['props'] as Record<string, unknown>;
  if (record['type'] !== 'measure-card' || measures.has(String(props['measureId']))) return record;
  return { ...record, props: { ...props, measureId: '' } };
}

/** Nobody outside the team is put down as the writer of a card: then it is whoever brings it. */
function writtenBy(record: PlainRecord, people: ReadonlySet<string>, author: Author): PlainRecord {
  const { by, byName, at, ...meta } = record['meta'] as Record<string, unknown>;
  if (record.typeName !== 'shape' || by === undefined) return record;
  const isOurs = typeof by === 'string' && people.has(by);
  return { ...record, meta: { ...meta, ...(isOurs ? { by, byName, at } : author) } };
}
