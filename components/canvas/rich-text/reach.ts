import { react } from 'tldraw';
import type { Editor } from 'tldraw';
import { fetchTextEngine } from './text-engine.ts';

/**
 * Fetches the text editor as soon as somebody reaches for a text: takes the tool, or picks a shape
 * that words can be written on. The answer ends that.
 */
export function fetchWhenReachedFor(editor: Editor): () => void {
  return react('reaching for a text', () => {
    // Where it cannot come now, writing asks again.
    if (reaches(editor)) void fetchTextEngine().catch(() => undefined);
  });
}

function reaches(editor: Editor): boolean {
  if (editor.getIsReadonly()) return false;
  if (editor.getCurrentToolId() === 'text') return true;
  const picked = editor.getOnlySelectedShape();
  return picked !== null && 'richText' in picked.props;
}
