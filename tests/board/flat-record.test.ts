import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createFlat, flatKind, flatten, readFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import type { RichNode } from '#board/rich-text.ts';
import { boardWith, copyOf, emptyDocument, exchange, note } from './builders.ts';
import { anyRecord, everyKind, shapeRecord } from './records-of-every-kind.ts';

/** The record as somebody else reads it after it travelled as bytes. */
function travelled(record: PlainRecord): PlainRecord {
  const board = emptyDocument();
  board.records.set(record.id, createFlat(record));
  return readIn(copyOf(board), record.id);
}

function readIn(board: ReturnType<typeof emptyDocument>, id: string): PlainRecord {
  const map = board.records.get(id);
  if (!map) throw new Error(`no ${id}`);
  return readFlat(id, map);
}

/** The map as a client of somebody else's making might have written it. */
function foreign(entries: Readonly<Record<string, unknown>>): PlainRecord {
  const board = emptyDocument();
  const map = new Y.Map<unknown>(Object.entries(entries));
  board.records.set('shape:a', map);
  return readIn(copyOf(board), 'shape:a');
}

describe('[DOC-2] a record as one entry per property', () => {
  test.each(everyKind)('comes back as it was: %s', (_name, record) => {
    expect(travelled(record)).toEqual(record);
  });

  test('comes back as it was, whatever its place, words and meta', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(sortedMarks(travelled(record))).toEqual(sortedMarks(record));
      }),
    );
  });

  test('two people who change two properties of one record both keep their change', () => {
    const mine = boardWith(note('a'));
    const theirs = copyOf(mine);
    mine.records.get('shape:a')?.set('p:color', 'pink');
    theirs.records.get('shape:a')?.set('p:w', 300);
    exchange(mine, theirs);
    expect(readIn(mine, 'shape:a')['props']).toMatchObject({ color: 'pink', w: 300 });
    expect(readIn(theirs, 'shape:a')).toEqual(readIn(mine, 'shape:a'));
  });

  test('the id is the key, whatever the map claims', () => {
    expect(foreign({ typeName: 'shape', id: 'shape:other' }).id).toBe('shape:a');
  });

  test('a property named like an object’s prototype is a property and nothing else', () => {
    const { props } = foreign({ typeName: 'shape', 'p:__proto__': { w: 7 } });
    expect(Object.getPrototypeOf(props)).toBe(Object.prototype);
    expect((props as { w?: unknown }).w).toBeUndefined();
  });

  test('properties without a value take no room', () => {
    const keys = [...flatten({ ...note('a'), parentId: undefined }).keys()];
    expect(keys).not.toContain('parentId');
  });
});

describe('[DOC-3] a position is one value', () => {
  test('of two people who move a shape, one wins with both coordinates', () => {
    const mine = boardWith(note('a'));
    const theirs = copyOf(mine);
    mine.records.get('shape:a')?.set('xy', [100, 100]);
    theirs.records.get('shape:a')?.set('xy', [500, 500]);
    exchange(mine, theirs);
    const { x, y } = readIn(mine, 'shape:a');
    expect([100, 500]).toContain(x);
    expect(y).toBe(x);
  });

  test('a whole drag leaves one tombstone', () => {
    const board = boardWith(note('a'));
    const size = (): number => Y.encodeStateAsUpdate(board.doc).length;
    board.records.get('shape:a')?.set('xy', [1000, 1000]);
    const before = size();
    for (let step = 1001; step < 1300; step++)
      board.records.get('shape:a')?.set('xy', [step, step]);
    expect(size()).toBeLessThan(before + 50);
  });

  test.each([
    ['is missing', {}],
    ['is a number', { xy: 5 }],
    ['is null', { xy: null }],
    ['is half', { xy: [5] }],
    ['is an object', { xy: { x: 1, y: 1 } }],
  ])('is read without throwing when it %s', (_what, entries) => {
    expect(foreign({ typeName: 'shape', type: 'note-card', ...entries })['y']).toBeUndefined();
  });

  test('coordinates beside it say nothing', () => {
    const read = foreign({ typeName: 'shape', x: 1, xy: [5, 6], y: 2 });
    expect([read['x'], read['y']]).toEqual([5, 6]);
  });
});

describe('[DOC-4] how a property is kept', () => {
  test.each([
    ['note-card', 'p:text', 'text'],
    ['arrow', 'p:text', 'text'],
    ['text', 'p:richText', 'rich'],
    ['geo', 'p:richText', 'rich'],
    ['note-card', 'p:color', 'json'],
    ['frame', 'p:name', 'json'],
    ['note-card', 'm:by', 'json'],
  ])('%s %s is %s', (type, key, kind) => {
    expect(flatKind(shapeRecord(type), key)).toBe(kind);
  });

  test('words are kept so that they merge', () => {
    const board = boardWith(note('a'), shapeRecord('geo', {}, { id: 'shape:g' }));
    expect(board.records.get('shape:a')?.get('p:text')).toBeInstanceOf(Y.Text);
    expect(board.records.get('shape:g')?.get('p:richText')).toBeInstanceOf(Y.XmlFragment);
  });
});

/** The order of marks on a run says nothing. */
function sortedMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedMarks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'marks' && Array.isArray(inner) ? byType(inner as RichNode[]) : sortedMarks(inner),
    ]),
  );
}

function byType(marks: RichNode[]): RichNode[] {
  return [...marks].sort((a, b) => (a.type < b.type ? -1 : 1));
}
