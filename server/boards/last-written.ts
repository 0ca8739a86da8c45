import { Prisma } from '../db/generated/client.ts';
import type { PrismaClient } from '../db/generated/client.ts';

/** When each board's newest log row was written; one index look-up a board, however long its log is. */
export async function lastWritten(
  db: PrismaClient,
  boardIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (boardIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; at: Date }[]>(Prisma.sql`
    select b.id, u.at
    from board b
    cross join lateral (
      select at from board_update where board_id = b.id order by seq desc limit 1
    ) u
    where b.id in (${Prisma.join([...boardIds])})
  `);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
