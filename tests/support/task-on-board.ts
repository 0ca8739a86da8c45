import { readTask } from '#board/document.ts';
import type { TaskFact } from '#board/facts.ts';
import { asBoardId } from '#board/ids.ts';
import type { House } from '#server/house.ts';

/** What the board's document shows of the task. */
export function taskOnBoard(
  { documents }: House,
  { boardId, actionId }: { boardId: string; actionId: string },
): Promise<TaskFact | undefined> {
  return documents.read(asBoardId(boardId), (board) => readTask(board, actionId));
}
