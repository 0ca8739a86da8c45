import { createTLSchema } from '@tldraw/tlschema';
import { readAction } from '../actions.ts';
import { readCycle } from '../cycles.ts';
import { readMeasure, readTask } from '../document.ts';
import type { PlainRecord } from '../flat-record.ts';
import { readKnowledge } from '../knowledge.ts';
import type { Pen } from '../picture/pen.ts';
import { boxOf } from '../placing.ts';
import { recordsOn } from './records-on.ts';

/** Where a card that became a plain shape keeps what it was. */
export const CARD_META = 'verbeterbord';

/** A file that tldraw opens: our cards as its rectangles with their words, pictures left out. [PORT-1] */
export function exportTldr(pen: Pen): object {
  const records = recordsOn(pen.board);
  const pictures = new Set(records.filter(isPicture).map(({ id }) => id));
  const plain = records
    .filter(({ id, typeName }) => !pictures.has(id) && typeName !== 'asset')
    .filter(({ fromId, toId }) => !pictures.has(String(fromId)) && !pictures.has(String(toId)));
  return {
    tldrawFileFormatVersion: 1,
    schema: createTLSchema().serialize(),
    records: plain.map((record) => plainShape(pen, record)),
  };
}

function isPicture({ typeName, type }: PlainRecord): boolean {
  return typeName === 'shape' && type === 'image';
}

function plainShape(pen: Pen, record: PlainRecord): PlainRecord {
  const { type } = record;
  const words = record.typeName === 'shape' ? wordsOn(pen, record) : undefined;
  const box = words === undefined ? undefined : boxOf(record);
  if (words === undefined || !box) return record;
  const props = {
    ...{ geo: 'rectangle', w: box.w, h: box.h, growY: 0, dash: 'solid', size: 's', scale: 1 },
    ...{ font: 'sans', align: 'start', verticalAlign: 'start', url: '', labelColor: 'black' },
    ...look(record),
    richText: richTextOf(words),
  };
  const meta = { ...(record['meta'] as object), [CARD_META]: { type, props: record['props'] } };
  return { ...record, type: 'geo', props, meta };
}

/** What stands on one of our cards; undefined for tldraw's own shapes. */
function wordsOn({ board, say }: Pen, { type, props }: PlainRecord): string | undefined {
  const shown = props as Readonly<Record<string, string>>;
  switch (type) {
    case 'note-card':
      return shown['text'];
    case 'zone':
      return shown['title'] || say(`words.zone.${shown['kind']}`);
    case 'action-card': {
      const id = shown['actionId'] ?? '';
      const action = readTask(board, id) ?? readAction(board, id);
      return [action?.title, action?.owner?.name, action?.due].filter(Boolean).join('\n');
    }
    case 'knowledge-card':
      return readKnowledge(board, shown['itemId'] ?? '')?.topic ?? '';
    case 'measure-card':
      return readMeasure(board, shown['measureId'] ?? '')?.name ?? '';
    case 'cycle-card': {
      const cycle = readCycle(board, shown['cycleId'] ?? '');
      return [cycle?.expected, cycle?.happened, cycle?.learned].filter(Boolean).join('\n');
    }
    default:
      return undefined;
  }
}

const colors: Readonly<Record<string, string>> = {
  ...{ yellow: 'yellow', orange: 'orange', pink: 'light-red', violet: 'light-violet' },
  ...{ blue: 'light-blue', green: 'light-green', grey: 'grey' },
};

function look({ type, props }: PlainRecord): { color: string; fill: string } {
  if (type === 'zone') return { color: 'grey', fill: 'none' };
  const { color = '' } = props as { color?: string };
  return type === 'note-card'
    ? { color: colors[color] ?? 'yellow', fill: 'solid' }
    : { color: 'black', fill: 'semi' };
}

/** Each line a paragraph, as tldraw keeps words. */
function richTextOf(text: string): object {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
  }));
  return { type: 'doc', content };
}
