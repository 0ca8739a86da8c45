import type { SnapshotView } from '#board/api/snapshots.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { flawsOf } from './check-chain.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { snapshotBefore } from './snapshot-before.ts';
import { snapshotParts, viewSnapshot } from './view-snapshot.ts';

export async function readSnapshot(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<SnapshotView> {
  const { id, boardId } = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see');
  const row = await house.db.snapshot.findUniqueOrThrow({
    where: { id },
    include: snapshotParts,
  });
  const flaws = await flawsOf(house, boardId, [row], await snapshotBefore(house, row));
  return viewSnapshot(row, flaws.get(id)?.length === 0);
}
