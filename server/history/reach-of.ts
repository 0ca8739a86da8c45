import type { House } from '../house.ts';
import type { Position } from '../sync/documents.ts';

export interface Reach extends Position {
  /** The first row at which the document can be opened. */
  readonly first: number;
}

/**
 * How far back a board can be opened step by step: to the beginning of its document's epoch while all
 * rows since are there, else to the oldest kept document that has all rows after it. [SNAP-10]
 */
export async function reachOf({ db }: Pick<House, 'db'>, boardId: string): Promise<Reach> {
  const [reach] = await db.$queryRaw<Reach[]>`
    WITH here AS (SELECT id, epoch, epoch_from, log_seq FROM board WHERE id = ${boardId}),
    rows AS (
      SELECT coalesce(min(u.seq), max(here.log_seq) + 1) AS oldest FROM here
      LEFT JOIN board_update u ON u.board_id = here.id AND u.epoch = here.epoch
    ), kept AS (
      SELECT s.seq FROM here JOIN board_state s ON s.board_id = here.id AND s.epoch = here.epoch
      WHERE s.proven
      UNION ALL
      SELECT s.seq FROM here JOIN snapshot s ON s.board_id = here.id AND s.epoch = here.epoch
      WHERE s.gone_at IS NULL
    )
    SELECT epoch, log_seq AS seq, CASE WHEN oldest <= epoch_from THEN epoch_from ELSE coalesce(
      (SELECT min(kept.seq) FROM kept WHERE kept.seq >= oldest - 1), log_seq
    ) END AS first
    FROM here, rows`;
  if (!reach) throw new Error(`there is no board ${boardId}`);
  return reach;
}
