import { asBoardId } from '#board/ids.ts';
import type { House } from '../house.ts';

/** So long every single step of a board can be looked up; after that, states and snapshots remain. */
const KEEP_MS = 30 * 24 * 3600_000;

/**
 * Removes rows of the logs that are older than 30 days and that a kept state stands for. Returns how
 * many rows went. [SYNC-37]
 */
export async function pruneLogs({
  db,
  documentLog,
  clock,
}: Pick<House, 'db' | 'documentLog' | 'clock'>): Promise<number> {
  const before = new Date(clock().getTime() - KEEP_MS);
  const boards = await db.board.findMany({
    where: { updates: { some: { at: { lt: before } } }, states: { some: {} } },
    select: { id: true },
  });
  let count = 0;
  // One after the other: nothing is urgent here, and the database has other work.
  for (const { id } of boards) count += await documentLog.prune(asBoardId(id), before);
  return count;
}
