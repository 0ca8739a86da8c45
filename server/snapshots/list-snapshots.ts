import type { SnapshotView } from '#board/api/snapshots.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { snapshotParts, viewSnapshot } from './view-snapshot.ts';

/** The board's snapshots, newest first. */
export async function listSnapshots(
  house: House,
  actor: Actor,
  boardId: string,
): Promise<SnapshotView[]> {
  await mustOnBoard(house, actor, boardId, 'snapshot.see');
  const rows = await house.db.snapshot.findMany({
    where: { boardId },
    include: snapshotParts,
    orderBy: { number: 'desc' },
  });
  return rows.map((row, at) => viewSnapshot(row, rows[at + 1] ?? null));
}
