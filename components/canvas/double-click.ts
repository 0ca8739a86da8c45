import type { Editor, StateNode } from 'tldraw';
import { makeNote } from './card-making.ts';
import { writeIn } from './write-in.ts';

/**
 * A double press on empty canvas makes a note with the caret in it. tldraw's select tool makes a
 * text there, in a method of its idle state that is open to be replaced.
 */
export function noteOnDoubleClick(editor: Editor): void {
  const idle = editor.getStateDescendant<StateNode & { handleDoubleClickOnCanvas(): void }>(
    'select.idle',
  );
  if (!idle) return;
  idle.handleDoubleClickOnCanvas = () => {
    if (editor.getIsReadonly()) return;
    writeIn(editor, makeNote(editor, editor.inputs.currentPagePoint));
  };
}
