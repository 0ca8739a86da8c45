import type { Editor } from 'tldraw';
import { canvases, pageOf } from '#board/canvases.ts';

/** Marks an element on which cards can be dropped to get onto that canvas. */
export const TAB = 'data-drop-canvas';

/** Moves what is dragged to the canvas on whose tab it is let go. The answer ends it. */
export function watchTabs(editor: Editor): () => void {
  const drop = (event: PointerEvent): void => {
    if (!editor.isIn('select.translating')) return;
    const name = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest(`[${TAB}]`)?.getAttribute(TAB))
      .find(Boolean);
    const canvas = canvases.find((each) => each === name);
    if (!canvas || pageOf(canvas) === editor.getCurrentPageId()) return;
    // Back to where it was first: on the other canvas it lies there too.
    editor.cancel();
    moveToCanvas(editor, pageOf(canvas));
  };
  window.addEventListener('pointerup', drop, { capture: true });
  return () => window.removeEventListener('pointerup', drop, { capture: true });
}

/** Moves the selected cards to another canvas and goes along; one undo step. */
export function moveToCanvas(editor: Editor, page: ReturnType<typeof pageOf>): void {
  editor.markHistoryStoppingPoint('to another canvas');
  editor.moveShapesToPage(editor.getSelectedShapeIds(), page);
}
