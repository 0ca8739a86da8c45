import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAX_TEXT } from '#board/cards.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { boardSchema, checkRecord, serializedSchema } from '#board/records.ts';
import { note, zone } from './builders.ts';
import {
  anyRecord,
  arrowBinding,
  everyKind,
  imageAsset,
  pageRecord,
  richText,
  shapeRecord,
} from './records-of-every-kind.ts';

const far = 1_000_000;
const at = (wish: Record<string, unknown>): PlainRecord => shapeRecord('note-card', {}, wish);

describe('[DOC-9] on a board there may be', () => {
  test.each(everyKind)('a record of the kind %s', (_name, record) => {
    expect(checkRecord(record)).toEqual({ ok: true, record });
  });

  test('any place, words and meta that its kind may have', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(checkRecord(record)).toMatchObject({ ok: true });
      }),
    );
  });

  test.each([
    ['the edge of the canvas', at({ x: far, y: -far })],
    ['the longest text', note('a', { text: 'x'.repeat(MAX_TEXT) })],
    ['a child of a group', at({ parentId: 'shape:group' })],
    ['an asset that has not arrived', imageAsset({ src: null })],
    ['a zone with a title of its own', zone('a', { title: 'Ideeën' })],
    ['any meta', at({ meta: { by: 'p1', count: 1e12, list: [null, 'x'] } })],
    ['words between marks', shapeRecord('text', { richText: richText() })],
    ['a link to a page', shapeRecord('text', { richText: linkTo('https://a.test/b') })],
  ])('%s', (_name, record) => {
    expect(checkRecord(record)).toMatchObject({ ok: true });
  });
});

function linkTo(href: string) {
  const marks = [{ type: 'link', attrs: { href } }];
  const content = [{ type: 'text', text: 'hier', marks }];
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}

describe('[DOC-9] on a board there may not be', () => {
  test.each([
    ['a record of no kind', { id: 'shape:a' } as PlainRecord],
    ['a shape of no type', { id: 'shape:a', typeName: 'shape' }],
    ['a session record', { id: 'instance:instance', typeName: 'instance' }],
    ['a presence record', { id: 'instance_presence:a', typeName: 'instance_presence' }],
    ['a camera', { id: 'camera:page:pdca', typeName: 'camera' }],
    ['a kind named like a method', { id: 'shape:a', typeName: 'constructor' }],
    ['a type named like a method', at({ type: 'toString' })],
    ['an embedded page', at({ type: 'embed', props: { w: 1, h: 1, url: 'https://a.test' } })],
    ['a bookmark', at({ type: 'bookmark', props: { w: 1, h: 1, url: '', assetId: null } })],
    ['a video', at({ type: 'video' })],
    ['tldraw’s own note', at({ type: 'note' })],
    ['a video’s asset', imageAsset({ src: 'https://a.test/a.mp4' }, { type: 'video' })],
    ['a picture inside the document', imageAsset({ src: 'data:image/svg+xml,<svg/>' })],
    ['a picture inside the document, in capitals', imageAsset({ src: 'DATA:image/png;base64,AA' })],
    ['a picture of another host', imageAsset({ src: 'https://a.test/a.png' })],
    ['an address of ours that is no picture', imageAsset({ src: '/api/v1/boards/b1/document' })],
    ['a picture by way of another address', imageAsset({ src: '/api/v1/boards/../images/i' })],
    ['a link that runs a script', shapeRecord('text', { richText: linkTo('javascript:alert(1)') })],
    ['one with spaces before it', shapeRecord('text', { richText: linkTo(' javascript:x') })],
    ['a script for an address', shapeRecord('geo', { url: 'javascript:alert(1)' })],
    ['its own parent', at({ parentId: 'shape:a' })],
    ['a parent that is no page and no shape', at({ parentId: 'asset:a' })],
    ['an id of another kind', at({ id: 'page:a' })],
    ['an index that orders nothing', at({ index: '!!' })],
    ['a property that nobody knows', at({ weight: 3 })],
    ['a prop that nobody knows', shapeRecord('note-card', { weight: 3 })],
    ['no props', at({ props: undefined })],
    ['an opacity above one', at({ opacity: 2 })],
    ['a shared type inside meta', at({ meta: { more: new Y.Map() } })],
    ['a colour that no note has', note('a', { color: 'black' })],
    ['a text too long', note('a', { text: 'x'.repeat(MAX_TEXT + 1) })],
    ['a card too narrow', shapeRecord('note-card', { w: 39 })],
    ['a zone too wide', zone('a', { w: 20_001 })],
    ['a zone title too long', zone('a', { title: 'x'.repeat(201) })],
    ['an action’s id too long', shapeRecord('action-card', { actionId: 'x'.repeat(65) })],
    ['a line with one point', shapeRecord('line', { points: onePoint() })],
    ['a line without points', shapeRecord('line', { points: {} })],
    ['a stroke without a point', shapeRecord('draw', { segments: [{ type: 'free', points: [] }] })],
    ['a stroke without anything', shapeRecord('highlight', { segments: [] })],
    ['text that is none', shapeRecord('geo', { richText: 'Wachten' })],
  ])('%s', (_name, record) => {
    expect(checkRecord(record)).toEqual({ ok: false, why: expect.any(String) as string });
  });

  test.each([NaN, Infinity, -Infinity, 1e308, -1e308, far + 1, '0', null, undefined, [0]])(
    'a shape at %s',
    (value) => {
      for (const key of ['x', 'y']) expect(checkRecord(at({ [key]: value })).ok).toBe(false);
    },
  );

  test.each([
    ['a size', shapeRecord('geo', { w: 1e308 })],
    ['a scale', shapeRecord('draw', { scale: 1e308 })],
    ['a rotation', at({ rotation: 1e308 })],
    ['an arrow’s end', shapeRecord('arrow', { end: { x: 1e308, y: 0 } })],
    ['a bend', shapeRecord('arrow', { bend: -1e308 })],
    [
      'a point of a stroke',
      shapeRecord('draw', { segments: [{ type: 'free', points: [{ x: 0, y: 1e308 }] }] }),
    ],
    ['a number that is none', shapeRecord('geo', { w: NaN })],
    [
      'an anchor',
      arrowBinding({ props: { terminal: 'end', normalizedAnchor: { x: 1e308, y: 0 } } }),
    ],
  ])('%s that no screen could show', (_name, record) => {
    expect(checkRecord(record).ok).toBe(false);
  });

  test.each([
    ['a type that cannot be named', at({ type: { toString: 1, valueOf: 1 } })],
    ['a kind that cannot be named', { id: 'a', typeName: { toString: 1, valueOf: 1 } }],
    ['props nested without end', at({ props: nested(100_000) })],
    ['meta nested without end', at({ meta: nested(100_000) })],
  ])('%s; and asking does not throw', (_name, record) => {
    expect(checkRecord(record as unknown as PlainRecord).ok).toBe(false);
  });

  test('whatever a record holds, asking does not throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyKind),
        fc.string(),
        fc.anything({ withNullPrototype: true }),
        ([, record], key, value) => {
          const { props } = record as { props?: object };
          expect(typeof checkRecord({ ...record, [key]: value }).ok).toBe('boolean');
          const odd = { ...record, props: { ...props, [key]: value } };
          expect(typeof checkRecord(odd).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('[DOC-9] the schema', () => {
  test('knows our cards beside tldraw’s shapes', () => {
    const pages = boardSchema.types.page;
    expect(pages.validate(pageRecord())).toEqual(pageRecord());
    const { sequences } = serializedSchema();
    expect(Object.keys(sequences)).toContain('com.tldraw.shape.geo');
  });
});

function onePoint(): object {
  return { a1: { id: 'a1', index: 'a1', x: 0, y: 0 } };
}

function nested(depth: number): object {
  let value: object = {};
  for (let at = 0; at < depth; at++) value = { value };
  return value;
}
