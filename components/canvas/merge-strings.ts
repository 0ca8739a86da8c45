import * as Y from 'yjs';
import { mergeText } from '#board/merge-text.ts';

/** What `theirs` and `mine`, two descendants of `base`, make together. */
export function mergeStrings(base: string, theirs: string, mine: string): string {
  if (theirs === base) return mine;
  const text = new Y.Doc().getText();
  text.insert(0, theirs);
  mergeText(text, base, mine);
  return text.toString();
}
