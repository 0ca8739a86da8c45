import { asBoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';

/** What is on the board now, as plain JSON. */
export async function readDocument(
  house: House,
  actor: Actor,
  boardId: string,
): Promise<Projection> {
  await mustOnBoard(house, actor, boardId, 'board.see');
  return house.documents.read(asBoardId(boardId), (board) => projectBoard(board));
}
