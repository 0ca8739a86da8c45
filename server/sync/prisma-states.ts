import type { BoardId } from '#board/ids.ts';
import type { PrismaClient } from '#server/db/generated/client.ts';
import { checksumOf } from './checksum.ts';
import { DamagedLog, NoSuchBoard, StaleEpoch } from './update-log.ts';
import type { NewState } from './update-log.ts';

/**
 * Three short statements instead of a transaction, which would keep every append waiting while a
 * large document travels: until the last one the state is not `proven` and nobody reads it. See
 * `UpdateLog.keepState`. [SYNC-33]
 */
export async function keepState(
  db: PrismaClient,
  boardId: BoardId,
  state: NewState,
): Promise<void> {
  const { seq, bytes } = state;
  const checksum = checksumOf(bytes);
  if (!(await writeState(db, boardId, state, checksum))) return;
  const where = { boardId, seq, checksum };
  const written = await db.boardState.findFirst({ where, select: { bytes: true } });
  // Gone: another server keeps one of the same seq, and proves that.
  if (!written) return;
  if (Buffer.compare(written.bytes, bytes) !== 0) {
    await db.boardState.deleteMany({ where });
    throw new DamagedLog(boardId, seq, 'the state reads back as something else');
  }
  await db.boardState.updateMany({ where, data: { proven: true } });
}

/** False when an intact state of that seq is there already. */
async function writeState(
  db: PrismaClient,
  boardId: BoardId,
  { epoch, seq, bytes }: NewState,
  checksum: Uint8Array,
): Promise<boolean> {
  const [outcome] = await db.$queryRaw<{ fits: boolean; written: boolean }[]>`
    WITH here AS (
      SELECT id, epoch = ${epoch} AND ${seq} BETWEEN epoch_from AND log_seq AS fits
      FROM board WHERE id = ${boardId}
    ), written AS (
      INSERT INTO board_state AS s (board_id, seq, epoch, bytes, checksum, proven)
      SELECT id, ${seq}, ${epoch}, ${bytes}, ${checksum}, false FROM here WHERE fits
      ON CONFLICT (board_id, seq) DO UPDATE
      SET bytes = EXCLUDED.bytes, checksum = EXCLUDED.checksum, proven = false, at = EXCLUDED.at
      WHERE NOT s.proven OR sha256(s.bytes) <> s.checksum
      RETURNING 1
    )
    SELECT fits, EXISTS (SELECT FROM written) AS written FROM here`;
  if (!outcome) throw new NoSuchBoard(boardId);
  if (!outcome.fits) throw new StaleEpoch(boardId, epoch);
  return outcome.written;
}

/** Of so many rows the first state stays while the rows after it do, so that each step can be opened quickly. */
const WAY_POINT_ROWS = 8_192;

/** See `UpdateLog.prune`. [SYNC-33] */
export async function pruneLog(db: PrismaClient, boardId: BoardId, before: Date): Promise<number> {
  return db.$executeRaw`
    WITH kept AS (
      SELECT s.seq FROM board b JOIN board_state s ON s.board_id = b.id AND s.epoch = b.epoch
      WHERE b.id = ${boardId} AND s.proven AND sha256(s.bytes) = s.checksum
      ORDER BY s.seq DESC LIMIT 2
    ), older AS (
      SELECT min(seq) AS seq FROM kept HAVING count(*) = 2
    ), points AS (
      SELECT min(s.seq) AS seq FROM board_state s WHERE s.board_id = ${boardId} AND s.proven
      AND s.seq >= (SELECT min(u.seq) - 1 FROM board_update u WHERE u.board_id = ${boardId})
      AND s.seq >= ${WAY_POINT_ROWS} GROUP BY s.seq / ${WAY_POINT_ROWS}::int
    ), states AS (
      DELETE FROM board_state s USING older WHERE s.board_id = ${boardId} AND s.seq < older.seq
      AND NOT EXISTS (SELECT FROM points WHERE points.seq = s.seq)
    )
    DELETE FROM board_update u USING older
    WHERE u.board_id = ${boardId} AND u.seq <= older.seq AND u.at < ${before}`;
}
