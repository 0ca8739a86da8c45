import type { AddNoteInput, NoteView } from '#board/api/boards.ts';
import { pageOf } from '#board/canvases.ts';
import { addNote as putNote } from '#board/edits.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { authorOf } from './author-of.ts';

/** Puts a note on a canvas, at the place given or at a free one. */
export async function addNote(
  house: House,
  actor: Actor,
  boardId: string,
  input: AddNoteInput,
): Promise<NoteView> {
  await mustOnBoard(house, actor, boardId, 'board.write');
  const author = authorOf(actor, house.clock());
  const { canvas, text } = input;
  return house.documents.change(asBoardId(boardId), async (board) => {
    if (!board.records.has(pageOf(canvas))) throw noSuchCanvas(canvas);
    const id = `shape:${newId()}`;
    const result: NoteView = { id, canvas, text, x: input.x ?? 0, y: input.y ?? 0 };
    return {
      result,
      apply: (live) => {
        const { x, y } = putNote(live, { id, canvas, text, x: input.x, y: input.y }, author);
        Object.assign(result, { x, y });
      },
    };
  });
}

export function noSuchCanvas(canvas: string): Refusal {
  return new Refusal('invalid', 'This board has no such canvas.', [
    { field: 'canvas', code: 'not-on-board', message: `the board has no ${canvas} canvas` },
  ]);
}
