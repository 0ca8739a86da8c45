import fc from 'fast-check';
import { pageOf } from '#board/canvases.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import type { RichNode } from '#board/rich-text.ts';

type Wish = Readonly<Record<string, unknown>>;

export function documentRecord(wish: Wish = {}): PlainRecord {
  const id = 'document:document';
  return { id, typeName: 'document', name: '', gridSize: 10, meta: {}, ...wish };
}

export function pageRecord(wish: Wish = {}): PlainRecord {
  return { id: 'page:pdca', typeName: 'page', name: 'PDCA', index: 'a1', meta: {}, ...wish };
}

export function imageAsset(props: Wish = {}, wish: Wish = {}): PlainRecord {
  return {
    id: 'asset:a',
    typeName: 'asset',
    type: 'image',
    props: {
      w: 640,
      h: 480,
      name: 'kaart.png',
      isAnimated: false,
      mimeType: 'image/png',
      src: '/api/v1/boards/b1/images/i1',
      ...props,
    },
    meta: {},
    ...wish,
  };
}

export function arrowBinding(wish: Wish = {}): PlainRecord {
  return {
    id: 'binding:b',
    typeName: 'binding',
    type: 'arrow',
    fromId: 'shape:arrow',
    toId: 'shape:a',
    props: {
      terminal: 'end',
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
    meta: {},
    ...wish,
  };
}

export const richText = (
  ...content: readonly RichNode[]
): { type: string; content: RichNode[] } => ({
  type: 'doc',
  content: [...content],
});

export const paragraph = (...content: readonly RichNode[]): RichNode =>
  content.length > 0 ? { type: 'paragraph', content: [...content] } : { type: 'paragraph' };

const words = richText(paragraph({ type: 'text', text: 'Wachten' }));
const stroke = [
  {
    type: 'free',
    points: [
      { x: 0, y: 0, z: 0.5 },
      { x: 9, y: 4, z: 0.5 },
    ],
  },
];
const ink = { color: 'black', size: 'm', scale: 1 };

/** Properties of every type of shape that a board knows. */
const shapeProps: Readonly<Record<string, Wish>> = {
  'note-card': { w: 200, color: 'yellow', text: 'Wachttijd' },
  'action-card': { w: 260, actionId: 'a1' },
  'knowledge-card': { w: 240, itemId: 'k1' },
  'measure-card': { w: 640, h: 200, measureId: 'm1' },
  'cycle-card': { w: 720, cycleId: 'c1' },
  zone: { w: 800, h: 600, kind: 'plan', title: '' },
  text: { ...ink, font: 'sans', textAlign: 'start', w: 100, richText: words, autoSize: true },
  geo: {
    ...ink,
    ...{ geo: 'rectangle', dash: 'draw', url: '', w: 100, h: 80, growY: 0, labelColor: 'black' },
    ...{ fill: 'none', font: 'sans', align: 'middle', verticalAlign: 'middle', richText: words },
  },
  draw: {
    ...ink,
    ...{ fill: 'none', dash: 'draw', segments: stroke },
    ...{ isComplete: true, isClosed: false, isPen: false },
  },
  highlight: { ...ink, segments: stroke, isComplete: true, isPen: false },
  arrow: {
    ...ink,
    ...{ kind: 'arc', labelColor: 'black', fill: 'none', dash: 'draw', font: 'sans' },
    ...{ arrowheadStart: 'none', arrowheadEnd: 'arrow', bend: 0, text: '', labelPosition: 0.5 },
    ...{ start: { x: 0, y: 0 }, end: { x: 40, y: 40 }, elbowMidPoint: 0.5 },
  },
  line: {
    ...ink,
    ...{ dash: 'draw', spline: 'line' },
    points: {
      a1: { id: 'a1', index: 'a1', x: 0, y: 0 },
      a2: { id: 'a2', index: 'a2', x: 30, y: 10 },
    },
  },
  image: {
    ...{ w: 640, h: 480, playing: true, url: '', assetId: 'asset:a', crop: null },
    ...{ flipX: false, flipY: false, altText: '' },
  },
  group: {},
  frame: { w: 400, h: 300, name: 'Lijst', color: 'black' },
};

export const shapeTypes = Object.keys(shapeProps);

/** A shape of that type, at rest on the PDCA canvas. */
export function shapeRecord(type: string, props: Wish = {}, wish: Wish = {}): PlainRecord {
  return {
    id: 'shape:a',
    typeName: 'shape',
    type,
    parentId: pageOf('pdca'),
    index: 'a1',
    x: 10,
    y: 20,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props: { ...shapeProps[type], ...props },
    meta: {},
    ...wish,
  };
}

/** One of every kind that may be on a board, by its name. */
export const everyKind: readonly (readonly [name: string, record: PlainRecord])[] = [
  ['document', documentRecord()],
  ['page', pageRecord()],
  ['asset', imageAsset()],
  ['binding', arrowBinding()],
  ...shapeTypes.map((type) => [type, shapeRecord(type)] as const),
];

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
const anyMark = fc.constantFrom(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://board.test', target: '_blank' } },
);
const anyRun = fc
  .tuple(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.uniqueArray(anyMark, { selector: ({ type }) => type }),
  )
  .map(([text, marks]): RichNode => {
    return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
  });
const anyLine = fc
  .array(fc.oneof(anyRun, fc.constant<RichNode>({ type: 'hardBreak' })), { maxLength: 4 })
  .map((nodes) => nodes.reduce(joinAlike, []));
const anyParagraph = anyLine.map((content) => paragraph(...content));
const anyBlock = fc.oneof(
  anyParagraph,
  fc.tuple(fc.integer({ min: 1, max: 6 }), anyLine).map(([level, content]): RichNode => {
    return { type: 'heading', attrs: { level }, ...(content.length > 0 ? { content } : {}) };
  }),
  fc.array(anyParagraph, { minLength: 1, maxLength: 3 }).map((lines): RichNode => {
    return {
      type: 'bulletList',
      content: lines.map((line): RichNode => ({ type: 'listItem', content: [line] })),
    };
  }),
);

/** Rich text as the editor would write it: no empty runs, no two runs alike beside each other. */
export const anyRichText = fc
  .array(anyBlock, { maxLength: 4 })
  .map((content) => richText(...content));

/** A record of any kind with any place, words and meta that its kind may have. */
export const anyRecord: fc.Arbitrary<PlainRecord> = fc
  .record({
    kind: fc.constantFrom(...everyKind),
    x: fc.integer({ min: -9999, max: 9999 }),
    y: fc.double({ min: -9999, max: 9999, noNaN: true }),
    text: anyText,
    rich: anyRichText,
    meta: fc
      .dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), {
        noNullPrototype: true,
      })
      // Yjs itself takes this key for an object's prototype.
      .filter((meta) => !JSON.stringify(meta).includes('__proto__')),
  })
  .map(({ kind: [, record], x, y, text, rich, meta }) => {
    if (record.typeName !== 'shape') return { ...record, meta };
    const was = record['props'] as Record<string, unknown>;
    const more = {
      ...('text' in was ? { text } : {}),
      ...('richText' in was ? { richText: rich } : {}),
    };
    return { ...record, x, y, meta, props: { ...was, ...more } };
  });

function joinAlike(nodes: RichNode[], node: RichNode): RichNode[] {
  const last = nodes.at(-1);
  const alike = JSON.stringify(last?.marks) === JSON.stringify(node.marks);
  if (last?.text === undefined || node.text === undefined || !alike) return [...nodes, node];
  return [...nodes.slice(0, -1), { ...last, text: last.text + node.text }];
}
