import type { BoardId } from '#board/ids.ts';
import { Prisma } from '#server/db/generated/client.ts';
import type { PrismaClient } from '#server/db/generated/client.ts';
import type { Stored, StoredRow, Wanted } from './read-history.ts';

interface Found {
  readonly kind: 'board' | 'state' | 'row';
  readonly seq: number;
  readonly bytes: Uint8Array | null;
  readonly checksum: Uint8Array | null;
  readonly epoch: number | null;
  readonly epochFrom: number | null;
  readonly owners: Readonly<Record<string, string>> | null;
}

/** What the tables hold of one board, in one statement and so from one moment. */
export async function lookUp(
  db: Pick<PrismaClient, '$queryRaw'>,
  boardId: BoardId,
  { above, stateBelow }: Wanted,
): Promise<Stored | undefined> {
  const found = await db.$queryRaw<Found[]>(
    statement(boardId, above, Math.min(stateBelow, HIGHEST)),
  );
  const board = found.find(({ kind }) => kind === 'board');
  if (!board) return undefined;
  const ofKind = (wanted: Found['kind']): StoredRow[] =>
    found.filter(({ kind }) => kind === wanted).map(storedRow);
  return {
    epoch: board.epoch ?? 0,
    epochFrom: board.epochFrom ?? 0,
    logSeq: board.seq,
    owners: new Map(Object.entries(board.owners ?? {}).map(([id, who]) => [Number(id), who])),
    state: ofKind('state')[0],
    rows: ofKind('row').sort((a, b) => a.seq - b.seq),
  };
}

/** The largest seq that the column holds. */
const HIGHEST = 2 ** 31 - 1;

function storedRow({ seq, bytes, checksum }: Found): StoredRow {
  return { seq, bytes: bytes ?? new Uint8Array(), checksum: checksum ?? new Uint8Array() };
}

function statement(boardId: BoardId, above: number, stateBelow: number): Prisma.Sql {
  return Prisma.sql`
    WITH here AS (
      SELECT id, epoch, epoch_from, log_seq FROM board WHERE id = ${boardId}
    ), state AS (
      SELECT s.seq, s.bytes, s.checksum FROM here JOIN board_state s
      ON s.board_id = here.id AND s.epoch = here.epoch
      WHERE s.proven AND s.seq < ${stateBelow}
      ORDER BY s.seq DESC LIMIT 1
    )
    SELECT 'board' AS kind, log_seq AS seq, NULL::bytea AS bytes, NULL::bytea AS checksum,
           epoch, epoch_from AS "epochFrom",
           (SELECT json_object_agg(c.client_id, c.person_id)
            FROM board_client c WHERE c.board_id = here.id) AS owners
    FROM here
    UNION ALL
    SELECT 'state', seq, bytes, checksum, NULL, NULL, NULL FROM state
    UNION ALL
    SELECT 'row', u.seq, u.bytes, u.checksum, NULL, NULL, NULL
    FROM here JOIN board_update u ON u.board_id = here.id AND u.epoch = here.epoch
    WHERE u.seq > GREATEST((SELECT seq FROM state), ${above}, here.epoch_from - 1)`;
}
