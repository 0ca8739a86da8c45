import { Prisma } from '#server/db/generated/client.ts';
import { checksumOf } from './checksum.ts';
import type { BoardRow } from './commit-queue.ts';

/**
 * The bytes of all rows travel as one value and are cut up here: as an array each would be written
 * out as text, twice its size. A row that its writer had stored before is found as `known`; should
 * that commit only now, the unique index refuses the statement, and asking again finds it. [SYNC-31]
 */
export function manyRows(rows: readonly BoardRow[], held: 'wait' | 'skip'): Prisma.Sql {
  const ids = rows.map(({ boardId }) => boardId);
  return Prisma.sql`
    WITH packed AS (
      SELECT ${joined(rows.map(({ bytes }) => bytes))}::bytea AS bytes,
             ${joined(rows.map(({ bytes }) => checksumOf(bytes)))}::bytea AS checksums
    ), incoming AS (
      SELECT * FROM unnest(
        ${ids}::text[], ${rows.map(({ epoch }) => epoch)}::int[],
        ${startsOf(rows)}::int[], ${rows.map(({ bytes }) => bytes.byteLength)}::int[],
        ${rows.map(({ writer }) => writer)}::text[], ${rows.map((row) => row.number)}::int[]
      ) WITH ORDINALITY AS i(board_id, epoch, start, length, writer, number, place)
    ), held AS (
      SELECT id, epoch FROM board WHERE id = ANY(${ids}::text[])
      ORDER BY id FOR NO KEY UPDATE ${orSkip(held)}
    ), known AS (
      SELECT u.board_id, u.seq FROM incoming i JOIN board_update u
      ON u.board_id = i.board_id AND u.writer = i.writer AND u.writer_seq = i.number
    ), raised AS (
      UPDATE board b SET log_seq = b.log_seq + 1
      FROM held h JOIN incoming i ON i.board_id = h.id AND i.epoch = h.epoch
      WHERE b.id = h.id AND NOT EXISTS (SELECT 1 FROM known k WHERE k.board_id = b.id)
      RETURNING b.id, b.epoch, b.log_seq
    ), stored AS (
      INSERT INTO board_update (board_id, seq, epoch, bytes, checksum, writer, writer_seq)
      SELECT r.id, r.log_seq, r.epoch, substring(p.bytes FROM i.start FOR i.length),
             substring(p.checksums FROM (32 * i.place - 31)::int FOR 32), i.writer, i.number
      FROM raised r JOIN incoming i ON i.board_id = r.id CROSS JOIN packed p
      RETURNING board_id, seq
    ) ${claimed(rows)}
    SELECT i.board_id AS "boardId", COALESCE(k.seq, s.seq) AS seq,
           b.id IS NOT NULL AS there, h.id IS NOT NULL AS held
    FROM incoming i
    LEFT JOIN board b ON b.id = i.board_id
    LEFT JOIN held h ON h.id = i.board_id
    LEFT JOIN known k ON k.board_id = i.board_id
    LEFT JOIN stored s ON s.board_id = i.board_id`;
}

/**
 * One row, for a third less work than as one of many: planning takes longer than doing. Tells only
 * that the row was stored; when it gives nothing back, `manyRows` tells why.
 */
export function oneRow(row: BoardRow, held: 'wait' | 'skip'): Prisma.Sql {
  const { boardId, epoch, bytes, writer, number } = row;
  return Prisma.sql`
    WITH raised AS (
      UPDATE board SET log_seq = log_seq + 1
      WHERE id = (SELECT id FROM board WHERE id = ${boardId} FOR NO KEY UPDATE ${orSkip(held)})
      AND epoch = ${epoch} AND NOT EXISTS (
        SELECT FROM board_update
        WHERE board_id = ${boardId} AND writer = ${writer} AND writer_seq = ${number}
      )
      RETURNING id, epoch, log_seq
    ), stored AS (
      INSERT INTO board_update (board_id, seq, epoch, bytes, checksum, writer, writer_seq)
      SELECT id, log_seq, epoch, ${bytes}, ${checksumOf(bytes)}, ${writer}, ${number} FROM raised
      RETURNING board_id, seq
    ) ${claimed([row])}
    SELECT seq FROM stored`;
}

function orSkip(held: 'wait' | 'skip'): Prisma.Sql {
  return held === 'skip' ? Prisma.sql`SKIP LOCKED` : Prisma.empty;
}

function claimed(rows: readonly BoardRow[]): Prisma.Sql {
  const claims = rows.flatMap(({ boardId, claims }) =>
    [...claims].map(([client, person]) => ({ boardId, client: String(client), person })),
  );
  if (claims.length === 0) return Prisma.empty;
  return Prisma.sql`, claimed AS (
      INSERT INTO board_client (board_id, client_id, person_id)
      SELECT c.* FROM unnest(
        ${claims.map(({ boardId }) => boardId)}::text[],
        ${claims.map(({ client }) => client)}::text[]::bigint[],
        ${claims.map(({ person }) => person)}::text[]
      ) AS c(board_id, client_id, person_id) JOIN stored s ON s.board_id = c.board_id
      ON CONFLICT DO NOTHING
    )`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Where each row's bytes begin in the joined ones, counted from 1 as SQL does. */
function startsOf(rows: readonly BoardRow[]): number[] {
  let start = 1;
  return rows.map(({ bytes }) => {
    const own = start;
    start += bytes.byteLength;
    return own;
  });
}
