import type { Editor, VecLike } from 'tldraw';
import { linesOf, makeNotes } from './list-to-notes.ts';

/**
 * What a paste or a drop becomes: words become notes. Nothing is fetched from elsewhere and no
 * foreign markup gets on the board.
 */
export function registerPasting(editor: Editor, onRefused: () => void): void {
  const at = (point?: VecLike): VecLike => point ?? editor.getViewportPageBounds().center;
  editor.registerExternalContentHandler('text', ({ point, text }) => {
    const lines = linesOf(text);
    if (lines.length > 0) makeNotes(editor, lines, at(point));
  });
  editor.registerExternalContentHandler('url', ({ point, url }) => {
    makeNotes(editor, [url], at(point));
  });
  editor.registerExternalContentHandler('files', onRefused);
  for (const kind of ['embed', 'svg-text', 'excalidraw', 'file-replace'] as const) {
    editor.registerExternalContentHandler(kind, null);
  }
}
