import { DefaultFontFaces } from 'tldraw';
import type { TLFontFace, TLRichText } from 'tldraw';
import { plainText } from '#board/rich-text.ts';
import { plainLines } from './plain-lines.ts';
import { textEngine } from './text-engine.ts';

/**
 * In place of tldraw's own (`lib/utils/text/richText`, next.config.mjs), which needs the whole text
 * editor to show a word. A text with looks is on the board only once the engine has come, see
 * `rich-text-model.ts`.
 */

const htmlOfTexts = new WeakMap<object, string>();

export function renderHtmlFromRichText(_editor: unknown, text: TLRichText): string {
  const known = htmlOfTexts.get(text);
  if (known !== undefined) return known;
  const html = htmlOf(text);
  htmlOfTexts.set(text, html);
  return html;
}

export function renderHtmlFromRichTextForMeasurement(editor: unknown, text: TLRichText): string {
  return `<div class="tl-rich-text">${renderHtmlFromRichText(editor, text)}</div>`;
}

export function renderPlaintextFromRichText(_editor: unknown, text: TLRichText): string {
  return plainText(text);
}

export function isEmptyRichText({ content }: TLRichText): boolean {
  return content.length === 1 && !(content[0] as { content?: unknown }).content;
}

type Faces = Readonly<Record<string, Record<string, Record<string, TLFontFace>>>>;
type Look = { readonly type: { readonly name: string } };
type Face = { readonly family: string; readonly weight: string; readonly style: string };

/** The typeface in which a node with these marks is shown. */
export function defaultAddFontsFromNode(
  { marks }: { readonly marks: readonly Look[] },
  around: Face,
  add: (face: TLFontFace) => void,
): Face {
  const faces = DefaultFontFaces as unknown as Faces;
  const has = (name: string): boolean => marks.some(({ type }) => type.name === name);
  const face = {
    family: has('code') ? 'tldraw_mono' : around.family,
    weight: has('bold') ? 'bold' : around.weight,
    style: has('italic') ? 'italic' : around.style,
  };
  const found = faces[face.family]?.[face.style]?.[face.weight];
  if (found) add(found);
  return face;
}

// Named by parts of tldraw that no board shows.
export const KeyboardShiftEnterTweakExtension = undefined;
export const renderRichTextFromHTML = undefined;
export const tipTapDefaultExtensions = undefined;

function htmlOf(text: TLRichText): string {
  const lines = plainLines(text);
  if (!lines) return asTldrawShows(textEngine()?.htmlOf(text) ?? '');
  return lines
    .map((line) => (line === '' ? '<p><br /></p>' : `<p dir="auto">${escaped(line)}</p>`))
    .join('');
}

/** An empty paragraph would have no height. */
function asTldrawShows(html: string): string {
  return html.replaceAll('<p dir="auto"></p>', '<p><br /></p>');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
