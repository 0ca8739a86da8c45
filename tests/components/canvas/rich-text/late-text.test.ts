import { expect, test } from 'vitest';
import type { TLShapeId } from 'tldraw';
import { fetchTextEngine, textEngine } from '#components/canvas/rich-text/text-engine.ts';
import { note, peer, put, seeded, settle } from '../peers.ts';

function text(name: string, ...runs: object[]) {
  return {
    ...note(name),
    type: 'text',
    props: {
      ...{ color: 'black', size: 'm', font: 'sans', textAlign: 'start', w: 100, scale: 1 },
      autoSize: true,
      richText: {
        type: 'doc',
        content: [{ type: 'paragraph', attrs: { dir: 'auto' }, content: runs }],
      },
    },
  };
}

const bold = { type: 'text', text: 'Let op', marks: [{ type: 'bold' }] };

test('[CANVAS-38] a text with looks is kept out until the text editor has come', async () => {
  const anna = peer(seeded(text('plain', { type: 'text', text: 'Balie' }), text('bold', bold)));
  const shown = (name: string): boolean => anna.store.has(`shape:${name}` as TLShapeId);
  expect(textEngine()).toBeUndefined();
  expect([shown('plain'), shown('bold')]).toEqual([true, false]);

  await fetchTextEngine();
  settle(anna);
  expect(shown('bold')).toBe(true);
  expect(anna.binding.quarantine.size).toBe(0);

  const ben = peer(seeded());
  put(ben, text('made', bold));
  settle(ben);
  expect(ben.board.records.has('shape:made')).toBe(true);
});
