import type { Snapshot } from '../db/generated/client.ts';
import type { House } from '../house.ts';

/** The board's snapshot before this one; null for the first. */
export function snapshotBefore(
  { db }: Pick<House, 'db'>,
  { boardId, number }: Pick<Snapshot, 'boardId' | 'number'>,
): Promise<Snapshot | null> {
  return db.snapshot.findFirst({
    where: { boardId, number: { lt: number } },
    orderBy: { number: 'desc' },
  });
}

/** The newest of the board's snapshots before this one whose contents are not gone. */
export function keptBefore(
  { db }: Pick<House, 'db'>,
  { boardId, number }: Pick<Snapshot, 'boardId' | 'number'>,
): Promise<Snapshot | null> {
  return db.snapshot.findFirst({
    where: { boardId, number: { lt: number }, goneAt: null },
    orderBy: { number: 'desc' },
  });
}
