import { MAX_IMPORT_RECORDS } from '../api/imports.ts';
import type { PlainRecord } from '../flat-record.ts';
import { plainText } from '../rich-text.ts';
import { checkRecord } from '../records.ts';
import type { LeftOut } from './imported.ts';
import { UnreadableFile } from './imported.ts';

export interface SoundRecords {
  readonly records: PlainRecord[];
  readonly pictures: Readonly<Record<string, string>>;
  readonly left: LeftOut[];
}

const MOST_PARENTS = 20;
const ID = /^(?:shape|binding|asset):[\w-]{1,128}$/u;

/**
 * Of the records of a file those that may be on a board and hang together: the same check as for
 * edits, whatever lies on nothing is left out, and an arrow's end without its shape goes with it.
 * [PORT-11]
 * @throws UnreadableFile when it holds more than is taken in at once
 */
export function soundRecords(given: readonly unknown[]): SoundRecords {
  if (given.length > MAX_IMPORT_RECORDS)
    throw new UnreadableFile(
      'too-many-records',
      `The file holds more than ${MAX_IMPORT_RECORDS} things.`,
    );
  const left: LeftOut[] = [];
  const pictures: Record<string, string> = {};
  const fit = new Map<string, PlainRecord>();
  for (const value of given) {
    const record = takenIn(value);
    if (record === undefined) continue;
    const { bare, src } = withoutAddress(record);
    if (!ID.test(bare.id) || fit.has(bare.id) || !checkRecord(bare).ok) {
      left.push(leftOut(record, 'unfit'));
      continue;
    }
    fit.set(bare.id, bare);
    if (src !== undefined) pictures[bare.id] = src;
  }
  const placed = [...fit.values()].filter((record) => {
    if (record.typeName !== 'shape' || isPlaced(record, fit)) return true;
    left.push(leftOut(record, 'nowhere'));
    return false;
  });
  const ids = new Set(placed.map(({ id }) => id));
  const whole = placed.filter(
    ({ typeName, fromId, toId }) =>
      typeName !== 'binding' || (ids.has(String(fromId)) && ids.has(String(toId))),
  );
  return { records: whole, pictures, left };
}

/** A shape's words, for whoever reads what was left out. */
export function nameOf(record: PlainRecord): string {
  const props = Object(record['props']) as Record<string, unknown>;
  const words = [props['text'], props['title'], props['name'], wordsIn(props['richText'])];
  return String(words.find((word) => typeof word === 'string' && word !== '') ?? '').slice(0, 80);
}

function wordsIn(richText: unknown): string {
  return richText === undefined ? '' : plainText(richText);
}

export function leftOut(record: PlainRecord, why: LeftOut['why']): LeftOut {
  const type = record['type'];
  return {
    kind: typeof type === 'string' ? type.slice(0, 40) : 'shape',
    name: nameOf(record),
    why,
  };
}

/** Pages, cameras and what else a program keeps in its file are no part of a board's contents. */
function takenIn(value: unknown): PlainRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, typeName } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof typeName !== 'string') return undefined;
  return ['shape', 'binding', 'asset'].includes(typeName) ? (value as PlainRecord) : undefined;
}

/** A picture's bytes are looked at apart; its record is checked without them. */
function withoutAddress(record: PlainRecord): { bare: PlainRecord; src?: string } {
  if (record.typeName !== 'asset' || record['type'] !== 'image') return { bare: record };
  const { src, ...props } = Object(record['props']) as Record<string, unknown>;
  const bare = { ...record, props: { ...props, src: null } };
  return typeof src === 'string' ? { bare, src } : { bare };
}

function isPlaced(record: PlainRecord, all: ReadonlyMap<string, PlainRecord>): boolean {
  let parent = record['parentId'];
  for (let steps = 0; steps < MOST_PARENTS; steps++) {
    if (typeof parent !== 'string') return false;
    if (parent.startsWith('page:')) return true;
    parent = all.get(parent)?.['parentId'];
  }
  return false;
}
