import type { TeamGlanceView } from '#board/api/glance.ts';
import { waitingBoards } from '../inbox/waiting-boards.ts';
import { daysSince } from './glimpse.ts';
import type { Glimpse } from './glimpse.ts';

/** Snapshots that wait for an answer, as the inbox has them. [GLANCE-3] [REV-6] */
export async function findUnanswered({
  db,
  teamId,
  at,
}: Glimpse): Promise<TeamGlanceView['unanswered']> {
  const boards = await waitingBoards(db, [teamId]);
  const [longest] = boards;
  return {
    count: boards.reduce((sum, { count }) => sum + count, 0),
    oldest: longest
      ? { snapshotId: longest.snapshotId, days: daysSince(new Date(longest.since), at) }
      : null,
  };
}
