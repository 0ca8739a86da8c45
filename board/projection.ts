import * as Y from 'yjs';
import * as z from 'zod/mini';
import { readActions } from './actions.ts';
import { canvases, canvasOf, pageOf } from './canvases.ts';
import type { Canvas } from './canvases.ts';
import { readCycles } from './cycles.ts';
import { FORMAT, readBoardFact, readMeasures, readTask } from './document.ts';
import type { BoardDocument } from './document.ts';
import { effect, effectOutcomes, measureFact, taskStates } from './facts.ts';
import { readFlat } from './flat-record.ts';
import type { PlainRecord } from './flat-record.ts';
import { knowledgeLevels, readAllKnowledge } from './knowledge.ts';
import { linksOf } from './links.ts';
import { byId } from './order.ts';
import { boxOf, zoneAt } from './placing.ts';
import { checkRecord } from './records.ts';
import { plainText } from './rich-text.ts';
import { sumVotes } from './votes.ts';

const canvas = z.enum(canvases);
const place = z.object({ canvas, zone: z.nullable(z.string()) });

const note = z.object({
  id: z.string(),
  canvas,
  zone: z.nullable(z.string()),
  text: z.string(),
  color: z.string(),
  x: z.number(),
  y: z.number(),
  by: z.nullable(z.string()),
  byName: z.nullable(z.string()),
  at: z.nullable(z.string()),
});

const action = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.nullable(z.object({ id: z.string(), name: z.string() })),
  due: z.nullable(z.string()),
  effect,
  /** On the ladder: `intention`, `proposal` or `dropped` before it is confirmed, then the task's state. */
  rung: z.enum(['intention', 'proposal', ...taskStates]),
  taskId: z.nullable(z.string()),
  outcome: z.nullable(z.enum(effectOutcomes)),
  /** Until when it is parked; snapshots of before there were meetings say nothing of it. */
  parked: z._default(z.nullable(z.string()), null),
  cards: z.array(place),
});

const topic = z.object({
  id: z.string(),
  topic: z.string(),
  evidence: z.string(),
  holders: z.array(z.object({ id: z.string(), name: z.string(), level: z.enum(knowledgeLevels) })),
});

const cycle = z.object({
  id: z.string(),
  number: z.int(),
  expected: z.string(),
  happened: z.string(),
  learned: z.string(),
  startedAt: z.string(),
});

/** Words on a canvas that are neither note nor card: drawn text, shapes with a label, arrows. */
const text = z.object({ id: z.string(), canvas, type: z.string(), text: z.string() });
const link = z.object({ id: z.string(), from: z.string(), to: z.string(), label: z.string() });
const vote = z.object({ round: z.string(), subject: z.string(), count: z.int() });

/**
 * A board's document as plain JSON: what snapshots, the meaning diff, minutes, search and the list
 * view read. Lists are in a fixed order, so equal documents give equal JSON; what may not be on a
 * board is left out, as it is on the canvas. [PROJ-1]
 */
export const projection = z.object({
  format: z.literal(FORMAT),
  boardId: z.string(),
  title: z.string(),
  canvases: z.array(canvas),
  notes: z.array(note),
  actions: z.array(action),
  knowledge: z.array(topic),
  measures: z.array(measureFact),
  /** Oldest first; snapshots of before there were cycles have none. */
  cycles: z._default(z.array(cycle), []),
  texts: z.array(text),
  links: z.array(link),
  /** Dots of everybody together, never whose; snapshots of before this was kept have none. */
  votes: z._default(z.array(vote), []),
});
export type Projection = z.infer<typeof projection>;

export function projectBoard(board: BoardDocument): Projection {
  const records = readRecords(board);
  const on = placeReader(records);
  return {
    format: FORMAT,
    boardId: String(board.meta.get('boardId') ?? ''),
    title: readBoardFact(board)?.title ?? '',
    canvases: canvases.filter((name) => board.records.has(pageOf(name))),
    notes: records.filter(isType('note-card')).flatMap((shape) => projectNote(shape, on) ?? []),
    actions: projectActions(board, records, on),
    knowledge: readAllKnowledge(board).map((item) => ({ ...item, holders: [...item.holders] })),
    measures: readMeasures(board),
    cycles: readCycles(board),
    texts: records.flatMap((shape) => projectText(shape, on) ?? []),
    links: linksOf(records),
    votes: sumVotes(board),
  };
}

type Reader = (shape: PlainRecord) => z.infer<typeof place> | undefined;

function readRecords(board: BoardDocument): PlainRecord[] {
  return [...board.records.entries()]
    .flatMap(([id, map]) => ((map as unknown) instanceof Y.Map ? readFlat(id, map) : []))
    .filter((record) => checkRecord(record).ok)
    .sort(byId);
}

function placeReader(records: readonly PlainRecord[]): Reader {
  const zones = records.filter(isType('zone'));
  const byId = new Map(records.map((record) => [record.id, record]));
  return (shape) => {
    const name = canvasUnder(shape, byId);
    if (name === undefined) return undefined;
    const box = boxOf(shape);
    const near = zones.filter((zone) => zone['parentId'] === pageOf(name));
    const zone = box && shape['parentId'] === pageOf(name) ? zoneAt(near, box) : undefined;
    return { canvas: name, zone: zone ? zoneName(zone) : null };
  };
}

/** The canvas a shape is on, through groups and frames; bounded, since a bad document may hold a loop. */
function canvasUnder(shape: PlainRecord, byId: Map<string, PlainRecord>): Canvas | undefined {
  let parent = String(shape['parentId']);
  for (let depth = 0; depth < 20; depth++) {
    const name = canvasOf(parent);
    if (name !== undefined) return name;
    parent = String(byId.get(parent)?.['parentId']);
  }
  return undefined;
}

function projectNote(shape: PlainRecord, on: Reader): z.infer<typeof note> | undefined {
  const where = on(shape);
  if (!where) return undefined;
  const props = shape['props'] as { text: string; color: string };
  const meta = shape['meta'] as Record<string, unknown>;
  return {
    id: shape.id,
    ...where,
    text: props.text,
    color: props.color,
    x: Number(shape['x']),
    y: Number(shape['y']),
    by: words(meta['by']),
    byName: words(meta['byName']),
    at: words(meta['at']),
  };
}

function projectActions(
  board: BoardDocument,
  records: readonly PlainRecord[],
  on: Reader,
): Projection['actions'] {
  const cards = records.filter(isType('action-card'));
  return readActions(board).map((item) => {
    const task = readTask(board, item.id);
    const shown = cards.filter(
      (card) => (card['props'] as { actionId?: unknown }).actionId === item.id,
    );
    return {
      id: item.id,
      title: task?.title ?? item.title,
      owner: task?.owner ?? item.owner,
      due: task?.due ?? item.due,
      effect: task?.effect ?? item.effect,
      rung: task?.state ?? item.rung,
      taskId: task?.taskId ?? null,
      outcome: task?.outcome ?? null,
      parked: item.parked ?? null,
      cards: shown.flatMap((card) => on(card) ?? []),
    };
  });
}

function projectText(shape: PlainRecord, on: Reader): Projection['texts'][number] | undefined {
  if (shape.typeName !== 'shape' || shape['type'] === 'note-card') return undefined;
  const name = on(shape)?.canvas;
  const props = shape['props'] as { text?: unknown; richText?: { content?: unknown[] } };
  const content = props.richText ? plainText(props.richText) : words(props.text);
  if (!name || !content) return undefined;
  return { id: shape.id, canvas: name, type: String(shape['type']), text: content };
}

function isType(type: string): (record: PlainRecord) => boolean {
  return (record) => record.typeName === 'shape' && record['type'] === type;
}

function zoneName(zone: PlainRecord): string {
  const { kind, title } = zone['props'] as { kind: string; title: string };
  return title || kind;
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
