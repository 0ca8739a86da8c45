import { readPeople } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import type { House } from '#server/house.ts';

/** The names that the board's document gives for the team. */
export function peopleOn({ documents }: House, boardId: string): Promise<string[]> {
  return documents.read(asBoardId(boardId), (board) => readPeople(board).map(({ name }) => name));
}
