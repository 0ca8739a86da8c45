import { createTLStore } from 'tldraw';
import type { TLShape, TLShapeId } from 'tldraw';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { putRecord, shapeOn } from '#board/edits.ts';
import { NOTE_WIDTH } from '#board/note-layout.ts';
import { boardSchema } from '#board/records.ts';
import { StoreBinding } from '#components/canvas/store-binding.ts';
import { ManualSchedule } from '#tests/components/canvas/peers.ts';
import { benchNotes } from './notes.ts';

const NOTES = 2_000;
const DRAGS = 300;
const FRAMES = 60;
const FRAME_MS = 1000 / 60;

/** Bytes of a stored document of 2,000 notes before and after 300 drags of one note, 60 frames each. */
export function growthByDragging(): { before: number; after: number } {
  const board = boardDocument(new Y.Doc());
  putRecord(board, {
    id: 'document:document',
    typeName: 'document',
    name: '',
    gridSize: 10,
    meta: {},
  });
  const page = { id: 'page:action', typeName: 'page', name: 'Action board', index: 'a1', meta: {} };
  putRecord(board, page);
  for (const { id, text, ...place } of benchNotes(NOTES)) {
    const shape = { ...place, id: `shape:${id}`, type: 'note-card' };
    putRecord(board, shapeOn('action', shape, { w: NOTE_WIDTH, color: 'yellow', text }));
  }
  const store = createTLStore({ schema: boardSchema });
  const schedule = new ManualSchedule();
  const binding = new StoreBinding({ store, board, schedule, writable: () => true });
  binding.start();
  const before = Y.encodeStateAsUpdate(board.doc).byteLength;
  for (let drag = 0; drag < DRAGS; drag++) {
    const id = `shape:note-${(drag * 7) % NOTES}` as TLShapeId;
    for (let frame = 0; frame < FRAMES; frame++) {
      store.update(id, (note) => ({ ...(note as TLShape), x: note.x + 1.37, y: note.y + 0.73 }));
      schedule.pass(FRAME_MS);
    }
    binding.flush();
  }
  binding.stop();
  return { before, after: Y.encodeStateAsUpdate(board.doc).byteLength };
}
