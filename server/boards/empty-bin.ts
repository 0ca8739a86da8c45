import type { House } from '../house.ts';

const KEEP_MS = 30 * 24 * 3600_000;

/** Deletes boards that have been in the bin for 30 days. Boards with tasks stay: promises outlive them. */
export async function emptyBin({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<number> {
  const before = new Date(clock().getTime() - KEEP_MS);
  const { count } = await db.board.deleteMany({
    where: { binnedAt: { lt: before }, tasks: { none: {} } },
  });
  return count;
}
