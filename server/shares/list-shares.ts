import type { ShareView } from '#board/api/shares.ts';
import type { Actor } from '../auth/actor.ts';
import type { ShareLink, User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { mustOnSnapshot } from '../snapshots/must-on-snapshot.ts';

/** What a query of links has to include for `viewShare`. */
export const shareParts = { createdBy: true } as const;

/** The snapshot's links that still work, newest first. */
export async function listShares(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<ShareView[]> {
  await mustOnSnapshot(house, actor, snapshotId, 'snapshot.take');
  const rows = await house.db.shareLink.findMany({
    where: { snapshotId, endedAt: null, expiresAt: { gt: house.clock() } },
    include: shareParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(viewShare);
}

export function viewShare(row: ShareLink & { createdBy: User }): ShareView {
  const { id, createdAt, createdBy, expiresAt, openedAt } = row;
  return {
    id,
    createdAt: createdAt.toISOString(),
    createdBy: { id: createdBy.id, name: createdBy.name },
    expiresAt: expiresAt.toISOString(),
    openedAt: openedAt?.toISOString() ?? null,
  };
}
