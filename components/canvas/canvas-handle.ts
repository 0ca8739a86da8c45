import type { Editor, TLShapeId } from 'tldraw';
import { canvasOf } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import type { ActionCard } from '#board/cards.ts';

/** What the screen around a canvas may ask of it. */
export interface CanvasHandle {
  /** Brings a card of the action into view and selects it; answers the canvas it is on. */
  showAction(actionId: string): Canvas | undefined;
  focus(): void;
}

export function canvasHandle(editor: Editor): CanvasHandle {
  return {
    showAction: (actionId) => showAction(editor, actionId),
    focus: () => editor.focus(),
  };
}

function showAction(editor: Editor, actionId: string): Canvas | undefined {
  const cards = editor.store.allRecords().filter((record): record is ActionCard => {
    return (
      record.typeName === 'shape' &&
      record.type === 'action-card' &&
      (record as ActionCard).props.actionId === actionId
    );
  });
  const here = editor.getCurrentPageId();
  const page = (id: TLShapeId) => editor.getAncestorPageId(id);
  const card = cards.find(({ id }) => page(id) === here) ?? cards[0];
  const pageId = card && page(card.id);
  if (!card || !pageId) return undefined;
  editor.setCurrentPage(pageId);
  editor.select(card.id);
  const bounds = editor.getShapePageBounds(card.id);
  const zoom = Math.max(editor.getZoomLevel(), 0.6);
  if (bounds) {
    editor.zoomToBounds(bounds, { targetZoom: Math.min(zoom, 1), animation: { duration: 180 } });
  }
  return canvasOf(pageId);
}
