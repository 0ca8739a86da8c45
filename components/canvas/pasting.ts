import { defaultHandleExternalTldrawContent } from 'tldraw';
import type { Editor, TLRichText, TLShape, VecLike } from 'tldraw';
import { linesOf, makeNotes } from './list-to-notes.ts';
import { plainLines } from './rich-text/plain-lines.ts';
import { fetchTextEngine, textEngine } from './rich-text/text-engine.ts';
import { takePictures } from './take-pictures.ts';
import type { PictureTrouble } from './take-pictures.ts';

/**
 * What a paste or a drop becomes: words become notes, pictures go to our server, and what was copied
 * on a board is put down as it was. Nothing is fetched from elsewhere and no foreign markup gets on
 * the board.
 */
export function registerPasting(editor: Editor, onTrouble: (why: PictureTrouble) => void): void {
  const at = (point?: VecLike): VecLike => point ?? editor.getViewportPageBounds().center;
  editor.registerExternalContentHandler('text', ({ point, text }) => {
    const lines = linesOf(text);
    if (lines.length > 0) makeNotes(editor, lines, at(point));
  });
  editor.registerExternalContentHandler('url', ({ point, url }) => {
    makeNotes(editor, [url], at(point));
  });
  editor.registerExternalContentHandler('tldraw', (content) => {
    const put = (): void => void defaultHandleExternalTldrawContent(editor, content);
    if (content.content.shapes.every(isShown)) put();
    // Where the engine cannot come, nothing is put down.
    else void fetchTextEngine().then(put, () => undefined);
  });
  takePictures(editor, onTrouble);
}

/** True unless the words on it take a text engine that has not come yet. */
function isShown({ props }: TLShape): boolean {
  const { richText } = props as { richText?: TLRichText };
  return !richText || textEngine() !== undefined || plainLines(richText) !== undefined;
}
