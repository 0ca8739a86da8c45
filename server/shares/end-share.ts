import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustOnSnapshot } from '../snapshots/must-on-snapshot.ts';

/** Ends a link to a snapshot, whoever made it; nobody sees anything under it from then on. [SHARE-2] */
export async function endShare(
  house: House,
  actor: Actor,
  { snapshotId, shareId }: { snapshotId: string; shareId: string },
): Promise<void> {
  await mustOnSnapshot(house, actor, snapshotId, 'snapshot.take');
  await house.db.$transaction(async (tx) => {
    const { count } = await tx.shareLink.updateMany({
      where: { id: shareId, snapshotId, endedAt: null },
      data: { endedAt: house.clock() },
    });
    if (count === 0) throw new Refusal('not-found', 'This snapshot has no such link.');
    await recordDeed(tx, actor, 'share.end', snapshotId, { shareId });
  });
}
