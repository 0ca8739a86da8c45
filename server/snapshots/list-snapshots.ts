import type { SnapshotView } from '#board/api/snapshots.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { flawsOf } from './check-chain.ts';
import { snapshotParts, viewSnapshot } from './view-snapshot.ts';

/** The board's snapshots, newest first; those whose contents are gone are among them. */
export async function listSnapshots(
  house: House,
  actor: Actor,
  boardId: string,
): Promise<SnapshotView[]> {
  await mustOnBoard(house, actor, boardId, 'snapshot.see');
  const rows = await house.db.snapshot.findMany({
    where: { boardId },
    include: snapshotParts,
    orderBy: { number: 'asc' },
  });
  const flaws = await flawsOf(house, boardId, rows, null);
  return rows.map((row) => viewSnapshot(row, flaws.get(row.id)?.length === 0)).reverse();
}
