import * as Y from 'yjs';
import type { BoardId } from '#board/ids.ts';
import type { UpdateLog } from '#server/sync/update-log.ts';

/** The document that somebody would find who has only the log. */
export async function storedDocument<Tx>(
  log: Pick<UpdateLog<Tx>, 'read'>,
  boardId: BoardId,
): Promise<Y.Doc> {
  const { state, rows } = await log.read(boardId);
  const doc = new Y.Doc();
  for (const { bytes } of state ? [state, ...rows] : rows) Y.applyUpdate(doc, bytes);
  return doc;
}
