import { createShapeId } from 'tldraw';
import type { Editor, TLFrameShape } from 'tldraw';
import { writeIn } from './write-in.ts';

const ROOM = 32; // canvas units around what is grouped

/** Puts the selected cards together into a frame, with the caret in its title; one undo step. */
export function groupUnderTitle(editor: Editor): void {
  const shapes = editor.getSelectedShapes().filter(({ isLocked }) => !isLocked);
  const bounds = editor.getSelectionPageBounds();
  if (!bounds || shapes.length === 0) return;
  const id = createShapeId();
  const { x, y, w, h } = bounds.clone().expandBy(ROOM);
  editor.markHistoryStoppingPoint('group under title');
  editor.run(() => {
    const props = { w, h, name: '' };
    editor.createShape<TLFrameShape>({ id, type: 'frame', x, y, props });
    editor.sendToBack([id]);
    // Above the fields of the template, which are lowest.
    editor.reparentShapes(
      shapes.map((shape) => shape.id),
      id,
    );
  });
  writeIn(editor, id);
}
