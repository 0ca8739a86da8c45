import 'tldraw/tldraw.css';
import { getAssetUrls } from '@tldraw/assets/selfHosted';
import { createRoot } from 'react-dom/client';
import { createTLStore, Tldraw, toRichText } from 'tldraw';
import type { TLRecord, TLShape, TLShapeId, TLStore } from 'tldraw';
import type { BenchNote } from '../notes.ts';
import type { StockWindow } from './window.ts';

/** Stock tldraw with the notes of the benchmark, as its own quick start shows it. */
const assetUrls = getAssetUrls({ baseUrl: '/assets' });

async function open(): Promise<void> {
  const notes = (await (await fetch('/notes.json')).json()) as BenchNote[];
  const store = createTLStore();
  store.put([documentRecord, pageRecord, ...notes.map(asShape)]);
  offerMoves(store);
  createRoot(document.body.appendChild(stage())).render(
    <Tldraw store={store} assetUrls={assetUrls} />,
  );
}

const documentRecord = {
  id: 'document:document',
  typeName: 'document',
  gridSize: 10,
  name: '',
  meta: {},
} as TLRecord;

const pageRecord = {
  id: 'page:page',
  typeName: 'page',
  name: 'Page 1',
  index: 'a1',
  meta: {},
} as TLRecord;

function stage(): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = 'position: fixed; inset: 0';
  return element;
}

function asShape({ id, index, x, y, text }: BenchNote): TLShape {
  return {
    id: `shape:${id}` as TLShapeId,
    typeName: 'shape',
    type: 'note',
    parentId: 'page:page' as TLShape['parentId'],
    index: index as TLShape['index'],
    x,
    y,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      richText: toRichText(text),
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'sans',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
    },
  };
}

/** What others would do to the notes, as a sync layer hands it to the store: one merge a time. */
function offerMoves(store: TLStore): void {
  (window as unknown as StockWindow).moveNotes = (ids, dx) => {
    store.mergeRemoteChanges(() => {
      const shapes = ids.flatMap((id) => store.get(`shape:${id}` as TLShapeId) ?? []);
      store.put(shapes.map((shape) => ({ ...shape, x: shape.x + dx })));
    });
  };
}

void open();
