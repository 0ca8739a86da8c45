import type { TeamGlanceView } from '#board/api/glance.ts';
import { daysSince } from './glimpse.ts';
import type { Glimpse } from './glimpse.ts';

/**
 * Snapshots that the team took by hand or closed a meeting with, and that no manager of it answered.
 * Those that the server takes by itself ask for no answer. [GLANCE-3]
 */
export async function findUnanswered({
  db,
  teamId,
  at,
}: Glimpse): Promise<TeamGlanceView['unanswered']> {
  const manager = { memberships: { some: { teamId, role: 'manager' as const } } };
  const where = {
    board: { teamId, binnedAt: null },
    why: { in: ['manual', 'closing'] },
    goneAt: null,
    reviews: { none: { author: manager } },
  };
  const oldest = await db.snapshot.findFirst({ where, orderBy: { createdAt: 'asc' } });
  return {
    count: await db.snapshot.count({ where }),
    oldest: oldest && { snapshotId: oldest.id, days: daysSince(oldest.createdAt, at) },
  };
}
