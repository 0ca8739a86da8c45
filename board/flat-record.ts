import * as Y from 'yjs';
import { fillFragment, readFragment } from './rich-text.ts';

/**
 * A tldraw record as the document holds it: one map entry per property, so that two people who
 * change two properties of one record both keep their change. [DOC-2]
 */
export type FlatRecord = Y.Map<unknown>;

/** What a record is read from: its map, or entries like it. */
export interface FlatEntries {
  entries(): Iterable<[string, unknown]>;
}

/** Any tldraw record as plain JSON. */
export interface PlainRecord {
  readonly id: string;
  readonly typeName: string;
  readonly [key: string]: unknown;
}

/** How a property is kept: a JSON value, characters that merge, or rich text that merges. */
export type FlatKind = 'json' | 'text' | 'rich';

const PROP = 'p:';
const META = 'm:';
/** Position is one value: it is atomic, and its overwritten values collapse to one tombstone. [DOC-3] */
export const POSITION = 'xy';

/** The kind of the property `key` of a record of that type. [DOC-4] */
export function flatKind(record: PlainRecord, key: string): FlatKind {
  if (record.typeName !== 'shape') return 'json';
  if (key === 'p:richText') return 'rich';
  if (key === 'p:text' && (record['type'] === 'note-card' || record['type'] === 'arrow'))
    return 'text';
  return 'json';
}

/** The record's properties under their flat keys, as plain JSON; the id is the key of the map above. */
export function flatten(record: PlainRecord): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) {
    if (key === 'id' || value === undefined) continue;
    if (key === 'props') addAll(flat, PROP, value);
    else if (key === 'meta') addAll(flat, META, value);
    else if (record.typeName === 'shape' && (key === 'x' || key === 'y')) {
      flat.set(POSITION, [record['x'], record['y']]);
    } else flat.set(key, value);
  }
  return flat;
}

/** A new map for the record, texts included; insert it under the record's id. */
export function createFlat(record: PlainRecord): FlatRecord {
  const map: FlatRecord = new Y.Map();
  for (const [key, value] of flatten(record)) {
    map.set(key, newValue(flatKind(record, key), value));
  }
  return map;
}

/**
 * The record that the map holds, as plain JSON; not yet checked against the schema. Whatever the map
 * holds, reading it does not throw.
 */
export function readFlat(id: string, map: FlatEntries): PlainRecord {
  const top: [string, unknown][] = [];
  const props: [string, unknown][] = [];
  const meta: [string, unknown][] = [];
  for (const [key, raw] of map.entries()) {
    const value = plainValue(raw);
    if (value === undefined) continue;
    if (key === POSITION) top.push(...coordinates(value));
    else if (key.startsWith(PROP)) props.push([key.slice(PROP.length), value]);
    else if (key.startsWith(META)) meta.push([key.slice(META.length), value]);
    else if (!keptElsewhere.has(key)) top.push([key, value]);
  }
  const record: Record<string, unknown> = { id, ...Object.fromEntries(top) };
  record['meta'] = Object.fromEntries(meta);
  if (withProps.has(record['typeName'])) record['props'] = Object.fromEntries(props);
  return record as PlainRecord;
}

// Told by the key of the map above, by `xy` and by the keys with a prefix: an entry of that name is
// somebody's mistake, and would win or lose by the order of entries.
const keptElsewhere = new Set(['id', 'x', 'y', 'props', 'meta']);
const withProps = new Set<unknown>(['shape', 'binding', 'asset']);

function coordinates(value: unknown): [string, unknown][] {
  if (!Array.isArray(value)) return [];
  const [x, y] = value as unknown[];
  return [
    ['x', x],
    ['y', y],
  ];
}

function addAll(flat: Map<string, unknown>, prefix: string, values: unknown): void {
  for (const [key, value] of Object.entries(values as Record<string, unknown>)) {
    if (value !== undefined) flat.set(prefix + key, value);
  }
}

function newValue(kind: FlatKind, value: unknown): unknown {
  if (kind === 'text') return new Y.Text(String(value));
  if (kind === 'rich') {
    const fragment = new Y.XmlFragment();
    fillFragment(fragment, value);
    return fragment;
  }
  return value;
}

function plainValue(value: unknown): unknown {
  if (value instanceof Y.XmlFragment) return readFragment(value);
  if (value instanceof Y.Text) return value.toString();
  return value;
}
