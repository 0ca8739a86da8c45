import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillFragment, plainText, readFragment } from '#board/rich-text.ts';
import type { RichNode } from '#board/rich-text.ts';
import { anyRichText, paragraph, richText } from './records-of-every-kind.ts';

function throughFragment(doc: { content: RichNode[] }): unknown {
  const fragment = new Y.Doc().getXmlFragment('text');
  fillFragment(fragment, doc);
  return readFragment(fragment);
}

const run = (text: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});

describe('[DOC-4] rich text in a fragment', () => {
  test.each([
    ['nothing', richText()],
    ['an empty paragraph', richText(paragraph())],
    ['bold beside plain', richText(paragraph(run('a '), run('b', 'bold'), run(' c')))],
    ['a line break', richText(paragraph(run('a'), { type: 'hardBreak' }, run('b')))],
    ['attributes', richText({ type: 'heading', attrs: { level: 2 }, content: [run('Doel')] })],
    [
      'a list in a list',
      richText({
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph(run('een')), paragraph(run('twee'))] }],
      }),
    ],
    [
      'a link',
      richText(
        paragraph({
          type: 'text',
          text: 'hier',
          marks: [{ type: 'link', attrs: { href: 'https://board.test' } }],
        }),
      ),
    ],
  ])('comes back as it was: %s', (_name, doc) => {
    expect(throughFragment(doc)).toEqual(doc);
  });

  test('keeps every word of any text', () => {
    fc.assert(
      fc.property(anyRichText, (doc) => {
        expect(plainText(throughFragment(doc) as RichNode)).toBe(plainText(doc));
      }),
    );
  });

  test('what is no text among text is left out', () => {
    const fragment = new Y.Doc().getXmlFragment('text');
    const text = new Y.XmlText();
    fragment.insert(0, [text]);
    text.insert(0, 'a');
    text.insertEmbed(1, { picture: 'x' });
    expect(readFragment(fragment)).toEqual(richText(run('a')));
  });

  test('attributes without a value are the same as none', () => {
    const doc = richText({ type: 'paragraph', attrs: { dir: null }, content: [run('a')] });
    expect(throughFragment(doc)).toEqual(richText(paragraph(run('a'))));
  });
});

describe('[PROJ-1] the words alone', () => {
  test('one paragraph a line', () => {
    const doc = richText(
      paragraph(run('een'), run(' twee', 'bold')),
      paragraph(),
      paragraph(run('drie'), { type: 'hardBreak' }, run('vier')),
    );
    expect(plainText(doc)).toBe('een twee\n\ndrie\nvier');
  });

  test.each([
    ['no nodes', { type: 'doc', content: [null, 5, 'x', undefined] }],
    ['no list', { type: 'doc', content: 'x' }],
    ['text that is a number', { type: 'doc', content: [{ type: 'text', text: 5 }] }],
  ])('are read without throwing from %s', (_name, doc) => {
    expect(plainText(doc as unknown as RichNode).trim()).toBe('');
  });

  test('are read from text nested deeper than any editor goes, up to a depth', () => {
    let node: RichNode = paragraph(run('diep'));
    for (let depth = 0; depth < 50_000; depth++) node = { type: 'listItem', content: [node] };
    expect(plainText(richText(node))).toBe('');
  });

  test('a fragment nested deeper than any editor goes is cut off', () => {
    const doc = new Y.Doc();
    const fragment = doc.getXmlFragment('text');
    doc.transact(() => {
      let parent: Y.XmlFragment = fragment;
      for (let depth = 0; depth < 5000; depth++) {
        const child = new Y.XmlElement('listItem');
        parent.insert(0, [child]);
        parent = child;
      }
    });
    expect(readFragment(fragment).content).toHaveLength(1);
  });
});
