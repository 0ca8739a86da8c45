import { beforeAll, describe, expect, test } from 'vitest';
import type { TLShape, TLShapeId } from 'tldraw';
import type { PlainRecord } from '#board/flat-record.ts';
import { plainText } from '#board/rich-text.ts';
import { sameRichText } from '#components/canvas/rich-text/model.ts';
import { fetchTextEngine } from '#components/canvas/rich-text/text-engine.ts';
import { mark, note, peer, put, seeded, settle, shape } from './peers.ts';
import type { Peer } from './peers.ts';

interface Words {
  readonly text: string;
  readonly bold?: boolean;
}

const piece = ({ text, bold }: Words) => ({
  type: 'text',
  text,
  ...(bold ? { marks: [{ type: 'bold' }] } : {}),
});

/** One paragraph of plain and bold words. */
const rich = (...words: readonly (string | Words)[]) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: words.map((one) => piece(typeof one === 'string' ? { text: one } : one)),
    },
  ],
});

type Rich = ReturnType<typeof rich>;

const drawnText = (richText: Rich): PlainRecord => ({
  ...note('one'),
  type: 'text',
  props: {
    ...{ color: 'black', size: 'm', font: 'draw', textAlign: 'start' },
    ...{ w: 100, scale: 1, autoSize: true, richText },
  },
});

function two(...records: PlainRecord[]): [Peer, Peer] {
  const seed = seeded(...records);
  return [peer(seed), peer(seed)];
}

function write(who: Peer, richText: Rich): void {
  who.store.update('shape:one' as TLShapeId, (now) => {
    return { ...now, props: { ...now.props, richText } } as TLShape;
  });
}

const richOf = (who: Peer): Rich => (shape(who, 'one')?.props as { richText: Rich }).richText;
const textOf = (who: Peer): string => plainText(richOf(who));

describe.each([
  ['before its editor has come', () => undefined],
  ['with its editor', fetchTextEngine],
])('undo in drawn text touches only mine, %s', (_when, come) => {
  beforeAll(async () => void (await come()));

  test('[UNDO-3] my words go and come again, the words of others stay', () => {
    const [anna, ben] = two(drawnText(rich('pump')));
    mark(anna);
    write(anna, rich('old pump'));
    settle(anna, ben);
    write(ben, rich('old pump leaks'));
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(textOf(ben)).toBe('pump leaks');
    anna.history.redo();
    settle(anna, ben);
    expect([textOf(anna), textOf(ben)]).toEqual(['old pump leaks', 'old pump leaks']);
  });

  test('[UNDO-1] a colour that I take back costs nobody their words', () => {
    const [anna, ben] = two(drawnText(rich('pump')));
    mark(anna);
    anna.store.update('shape:one' as TLShapeId, (now) => {
      return { ...now, props: { ...now.props, color: 'red' } } as TLShape;
    });
    settle(anna, ben);
    write(ben, rich('pump leaks'));
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(shape(ben, 'one')?.props).toMatchObject({ color: 'black' });
    expect(textOf(ben)).toBe('pump leaks');
  });

  test('[UNDO-4] undoing the making of a text keeps what others have written in it', () => {
    const [anna, ben] = two();
    mark(anna);
    put(anna, drawnText(rich('mine')));
    settle(anna, ben);
    write(ben, rich('mine, and yours'));
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect([textOf(anna), textOf(ben)]).toEqual([', and yours', ', and yours']);
  });

  test('[UNDO-2] taking back my words does not bring back a text that others deleted', () => {
    const [anna, ben] = two(drawnText(rich('pump')));
    mark(anna);
    write(anna, rich('old pump'));
    settle(anna, ben);
    ben.store.remove(['shape:one' as TLShapeId]);
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect([shape(anna, 'one'), shape(ben, 'one')]).toEqual([undefined, undefined]);
  });

  test('[UNDO-3] what I took back while others wrote meets their words', () => {
    const [anna, ben] = two(drawnText(rich('pump')));
    mark(anna);
    write(anna, rich('old pump'));
    settle(anna, ben);
    write(ben, rich('old pump leaks'));
    anna.history.undo();
    settle(anna, ben);
    expect([textOf(anna), textOf(ben)]).toEqual(['pump leaks', 'pump leaks']);
  });
});

describe('undo of looks', () => {
  beforeAll(async () => void (await fetchTextEngine()));

  test('[UNDO-3] taking back my bold leaves the words that others wrote since', () => {
    const [anna, ben] = two(drawnText(rich('pump')));
    mark(anna);
    write(anna, rich({ text: 'pump', bold: true }));
    settle(anna, ben);
    write(ben, rich({ text: 'pump', bold: true }, ' leaks'));
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(sameRichText(richOf(ben), rich('pump leaks'))).toBe(true);
    expect(sameRichText(richOf(anna), rich('pump leaks'))).toBe(true);
  });
});
