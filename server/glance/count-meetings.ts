import type { TeamGlanceView } from '#board/api/glance.ts';
import type { Glimpse } from './glimpse.ts';

/** How often the team met, and how often a manager of it was there; and when it met last, ever. [GLANCE-2] */
export async function countMeetings({
  db,
  teamId,
  since,
}: Glimpse): Promise<TeamGlanceView['meetings'] & { lastAt: Date | null }> {
  const ofTeam = { board: { teamId, binnedAt: null } };
  const managers = await db.membership.findMany({ where: { teamId, role: 'manager' } });
  const ids = managers.map(({ userId }) => userId);
  const held = { ...ofTeam, openedAt: { gte: since } };
  const last = await db.meeting.findFirst({
    where: ofTeam,
    select: { openedAt: true },
    orderBy: { openedAt: 'desc' },
  });
  return {
    held: await db.meeting.count({ where: held }),
    withManager: await db.meeting.count({
      where: { ...held, attendees: { some: { personId: { in: ids } } } },
    }),
    lastAt: last?.openedAt ?? null,
  };
}
