import type { SnapshotView } from '#board/api/snapshots.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { snapshotBefore } from './snapshot-before.ts';
import { snapshotParts, viewSnapshot } from './view-snapshot.ts';

export async function readSnapshot(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<SnapshotView> {
  const { id } = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see');
  const row = await house.db.snapshot.findUniqueOrThrow({
    where: { id },
    include: snapshotParts,
  });
  return viewSnapshot(row, await snapshotBefore(house, row));
}
