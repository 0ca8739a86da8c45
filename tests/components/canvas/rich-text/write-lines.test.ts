import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillFragment, readFragment } from '#board/rich-text.ts';
import { plainLines, textOfLines } from '#components/canvas/rich-text/plain-lines.ts';
import { writeLines } from '#components/canvas/rich-text/write-lines.ts';

const lines = fc.array(fc.stringMatching(/^[a-c]{0,3}$/), { minLength: 1, maxLength: 5 });

function textWith(words: readonly string[]): { doc: Y.Doc; text: Y.XmlFragment } {
  const doc = new Y.Doc();
  const text = doc.getXmlFragment('text');
  fillFragment(text, textOfLines(words));
  return { doc, text };
}

function held(text: Y.XmlFragment): string[] | undefined {
  return plainLines(readFragment(text));
}

test('a fragment holds just the lines that were written', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const { text } = textWith(before);
      writeLines(text, after);
      expect(held(text)).toEqual(after);
    }),
  );
});

test('what two people write in one line and in two others is all there', () => {
  const mine = textWith(['Wachten', 'Balie', 'Klaar']);
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc));
  writeLines(mine.text, ['Lang wachten', 'Balie', 'Klaar']);
  writeLines(theirs.getXmlFragment('text'), ['Wachten aan de', 'Balie', '', 'Klaar']);
  Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs));
  expect(held(mine.text)).toEqual(['Lang wachten aan de', 'Balie', '', 'Klaar']);
});

test('a text with looks is not one of plain lines', () => {
  const bold = { type: 'text', text: 'Let op', marks: [{ type: 'bold' }] };
  const inParagraph = (content: unknown) => ({ type: 'doc', content: [content] });
  expect(plainLines(inParagraph({ type: 'paragraph', content: [bold] }))).toBeUndefined();
  expect(plainLines(inParagraph({ type: 'heading', attrs: { level: 1 } }))).toBeUndefined();
  expect(plainLines(inParagraph({ type: 'paragraph', attrs: { dir: 'rtl' } }))).toBeUndefined();
  expect(plainLines({ type: 'doc', content: [] })).toBeUndefined();
  expect(plainLines(inParagraph({ type: 'paragraph' }))).toEqual(['']);
});
