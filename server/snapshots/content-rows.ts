import { Prisma } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { contentChecksum, DamagedContent } from './stored-content.ts';
import type { Chain, StoredContent } from './stored-content.ts';

type Db = Pick<Tx, '$queryRaw' | '$executeRaw'>;

/** Bases that are followed at most: more are a circle, which only damage makes. */
const MOST_LINKS = 5_000;

/** True where the columns fit their checksum; see `contentChecksum`. */
const FITS = Prisma.sql`sha256(convert_to(c.hash || E'\n' || c.form || E'\n' || coalesce(c.base, '')
  || E'\n' || c.step || E'\n' || c.spent || E'\n' || c.size || E'\n', 'UTF8') || c.bytes) = c.checksum`;

/** The content and all that it is built on. Throws `DamagedContent` when some of that is not there. */
export async function readChain(db: Db, boardId: string, hash: string): Promise<Chain> {
  const chain = await db.$queryRaw<StoredContent[]>`
    WITH RECURSIVE link AS (
      SELECT hash, base, 0 AS depth FROM snapshot_content
      WHERE board_id = ${boardId} AND hash = ${hash}
      UNION ALL
      SELECT c.hash, c.base, depth + 1 FROM link JOIN snapshot_content c
      ON c.board_id = ${boardId} AND c.hash = link.base
      WHERE depth < ${MOST_LINKS}
    )
    SELECT c.hash, c.form, c.base, c.step, c.spent, c.size, c.bytes
    FROM link JOIN snapshot_content c ON c.board_id = ${boardId} AND c.hash = link.hash
    WHERE EXISTS (SELECT FROM link WHERE base IS NULL)
    ORDER BY link.depth DESC`;
  if (chain.length === 0) throw new DamagedContent(hash, 'it, or what it builds on, is not there');
  return chain;
}

/** Keeps a content once; one that is there and damaged is put in its place. */
export async function insertContent(
  db: Db,
  boardId: string,
  content: StoredContent,
): Promise<void> {
  const { hash, form, base, step, spent, size, bytes } = content;
  const checksum = contentChecksum(content);
  await db.$executeRaw`
    INSERT INTO snapshot_content AS c
      (board_id, hash, form, base, step, spent, size, bytes, checksum)
    VALUES (${boardId}, ${hash}, ${form}, ${base}, ${step}, ${spent}, ${size}, ${bytes}, ${checksum})
    ON CONFLICT (board_id, hash) DO UPDATE
    SET form = EXCLUDED.form, base = EXCLUDED.base, step = EXCLUDED.step, spent = EXCLUDED.spent,
      size = EXCLUDED.size, bytes = EXCLUDED.bytes, checksum = EXCLUDED.checksum
    WHERE NOT (${FITS})`;
}

export interface ContentRow {
  readonly hash: string;
  readonly base: string | null;
  readonly step: number;
  /** Its columns fit their checksum. */
  readonly fits: boolean;
}

/** Every content of a board without its bytes. */
export function listContents(db: Db, boardId: string): Promise<ContentRow[]> {
  return db.$queryRaw<ContentRow[]>`
    SELECT c.hash, c.base, c.step, ${FITS} AS fits FROM snapshot_content c
    WHERE c.board_id = ${boardId} ORDER BY c.hash`;
}

/** The hashes of those contents that are there whole, with all they build on. */
export function wholeContents(rows: readonly ContentRow[]): ReadonlySet<string> {
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  const known = new Map<string, boolean>();
  // Bases come before what builds on them; a circle has no beginning and so is never whole.
  for (const row of rows.toSorted((a, b) => a.step - b.step)) {
    const base = row.base === null || (byHash.has(row.base) && known.get(row.base) === true);
    known.set(row.hash, row.fits && base);
  }
  return new Set([...known].filter(([, whole]) => whole).map(([hash]) => hash));
}

/** Until this transaction ends nobody else adds to the board's snapshots or takes from them; its log goes on. */
export async function holdSnapshots(tx: Tx, boardId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`snapshots ${boardId}`}, 0))`;
}

export async function isThere(db: Db, boardId: string, hash: string): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM snapshot_content WHERE board_id = ${boardId} AND hash = ${hash}`;
  return found.length > 0;
}
