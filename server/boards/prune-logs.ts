import { asBoardId } from '#board/ids.ts';
import type { House } from '../house.ts';

/** So long every single step of a board can be looked up; after that, states and snapshots remain. */
const KEEP_MS = 30 * 24 * 3600_000;

/** Each is a whole document: where there are more, some go although no row does. */
const MANY_STATES = 4;

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
  const boards = await db.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM board b JOIN board_state s ON s.board_id = b.id GROUP BY b.id
    HAVING count(*) > ${MANY_STATES}
    OR EXISTS (SELECT FROM board_update u WHERE u.board_id = b.id AND u.at < ${before})`;
  let count = 0;
  // One after the other: nothing is urgent here, and the database has other work.
  for (const { id } of boards) count += await documentLog.prune(asBoardId(id), before);
  return count;
}
