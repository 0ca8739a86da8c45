import type { Editor, TLFontFace, TLRichText, TLTextOptions } from 'tldraw';

/**
 * In place of tldraw's own (`@tldraw/editor`, `lib/utils/richText`, next.config.mjs), which makes
 * nodes of the text editor from a text to look at their marks.
 */
export function getFontsFromRichText(editor: Editor, text: TLRichText, face: Face): TLFontFace[] {
  const { addFontsFromNode } = editor.getTextOptions();
  const faces = new Set<TLFontFace>();
  const visit = ({ marks = [], content = [] }: Json, around: Face): void => {
    const node = { marks: marks.map(({ type }) => ({ type: { name: type } })) };
    const own = addFontsFromNode?.(node as unknown as Node, around, (found) => faces.add(found));
    for (const child of content) visit(child, own ?? around);
  };
  visit(text as Json, face);
  return [...faces];
}

/** Named by tldraw; no board asks for it. */
export const getTipTapSchema = undefined;

type Parts = Parameters<NonNullable<TLTextOptions['addFontsFromNode']>>;
type Node = Parts[0];
type Face = Parts[1];

interface Json {
  readonly marks?: readonly { readonly type: string }[];
  readonly content?: readonly Json[];
}
