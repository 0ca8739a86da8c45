import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import * as tldraw from 'tldraw';
import type { Editor, TLFontFace, TLRichText } from 'tldraw';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '#components/canvas/rich-text/engine.ts';
import { textOfLines } from '#components/canvas/rich-text/plain-lines.ts';
import { fetchTextEngine } from '#components/canvas/rich-text/text-engine.ts';
import { getFontsFromRichText } from '#components/canvas/rich-text/tldraw-fonts.ts';
import * as ours from '#components/canvas/rich-text/tldraw-words.ts';

// Each makes an editor’s schema anew, in tldraw’s own way.
const runs = { numRuns: 30 };
const face = { family: 'tldraw_sans', weight: 'normal', style: 'normal' };
const editor = {
  getTextOptions: () => ({
    tipTapConfig: { extensions: tldraw.tipTapDefaultExtensions },
    addFontsFromNode: ours.defaultAddFontsFromNode,
  }),
} as unknown as Editor;

const line = fc.string({ unit: 'grapheme-composite' }).map((words) => words.replaceAll(/\s/g, ' '));
const plain = fc.array(line, { minLength: 1, maxLength: 5 }).map(textOfLines);

const looks = ['bold', 'italic', 'strike', 'code', 'highlight'].map((type) => ({ type }));
const run = fc.record({
  type: fc.constant('text'),
  text: fc.string({ minLength: 1 }).map((words) => words.replaceAll(/\s/g, ' ')),
  marks: fc.subarray(looks),
});
const paragraph = fc.record({
  type: fc.constant('paragraph'),
  attrs: fc.constant({ dir: 'auto' }),
  content: fc.array(run, { maxLength: 3 }),
});
const list = fc.record({
  type: fc.constantFrom('bulletList', 'orderedList'),
  content: fc.array(
    paragraph.map((inside) => ({ type: 'listItem', content: [inside] })),
    { minLength: 1, maxLength: 3 },
  ),
});
const withLooks = fc
  .array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }) as TLRichText);

/** As a browser reads it: two ways to write one character make no difference. */
function read(html: string): string {
  const place = document.createElement('div');
  place.innerHTML = html;
  return place.innerHTML;
}

function sameHtml(text: TLRichText): void {
  const theirs = tldraw.renderHtmlFromRichText(editor, text);
  expect(read(ours.renderHtmlFromRichText(editor, text))).toBe(read(theirs));
}

describe('in place of tldraw’s own', () => {
  test('plain lines look the same, and read the same, without the engine', () => {
    fc.assert(
      fc.property(plain, (text) => {
        sameHtml(text);
        expect(ours.renderPlaintextFromRichText(editor, text)).toBe(
          tldraw.renderPlaintextFromRichText(editor, text),
        );
      }),
      runs,
    );
  });

  describe('with the engine', () => {
    beforeAll(() => fetchTextEngine());

    test('a text holds what it holds in tldraw', () => {
      const theirs = getSchema(tldraw.tipTapDefaultExtensions);
      const kinds = (of: typeof schema) => ({
        nodes: Object.values(of.nodes).map(({ name, spec }) => [name, spec.content, spec.marks]),
        marks: Object.values(of.marks).map((mark) => [
          mark.name,
          Object.values(of.marks).flatMap((other) => (mark.excludes(other) ? other.name : [])),
          Object.keys(mark.spec.attrs ?? {}),
        ]),
        attrs: Object.values(of.nodes).map(({ spec }) => Object.keys(spec.attrs ?? {})),
      });
      expect(JSON.stringify(kinds(schema))).toBe(JSON.stringify(kinds(theirs)));
    });

    test('looks and lists look the same', () => {
      fc.assert(fc.property(withLooks, sameHtml), runs);
    });

    test('words need the same typefaces', () => {
      fc.assert(
        fc.property(fc.oneof(plain, withLooks), (text) => {
          const own = getFontsFromRichText(editor, text, face);
          const theirs = tldraw.getFontsFromRichText(editor, text, face);
          const names = (faces: TLFontFace[]): string[] =>
            faces.map((each) => JSON.stringify(each));
          expect(names(own).sort()).toEqual(names(theirs).sort());
        }),
        runs,
      );
    });
  });
});
