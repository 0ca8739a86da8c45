import type { BoardDocument } from '#board/document.ts';
import { NOTE_WIDTH } from '#board/note-layout.ts';
import { putRecord, shapeOn } from '#board/edits.ts';

/** Puts a note down; unlike the product's edit it looks at nothing else on the board, so that thousands cost no more each. */
export function putNote(
  board: BoardDocument,
  { id, text, x, y }: { id: string; text: string; x: number; y: number },
  by: string,
): void {
  const shape = { id, type: 'note-card', index: 'a1', x, y };
  const author = { by, byName: by, at: '2026-11-23T09:00:00Z' };
  const props = { w: NOTE_WIDTH, color: 'yellow', text };
  board.doc.transact(() => putRecord(board, shapeOn('pdca', shape, props, author)));
}
