import type { Editor, TLShapeId } from 'tldraw';

/** Puts the caret in a card's text. */
export function writeIn(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id);
  if (!shape) return;
  // A card that is being written in is left first, so that its field closes.
  if (editor.getEditingShapeId()) editor.complete();
  editor.select(id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape });
  showOnScreen(editor, id);
}

/** Moves the view when the card lies outside it. */
function showOnScreen(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id);
  if (!bounds || editor.getViewportPageBounds().contains(bounds)) return;
  editor.centerOnPoint(bounds.center, { animation: { duration: 160 } });
}
