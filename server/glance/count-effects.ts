import type { TeamGlanceView } from '#board/api/glance.ts';
import type { Glimpse } from './glimpse.ts';

/** What came of the team's effect checks, and what still waits for one. [GLANCE-2] */
export async function countEffects({
  db,
  teamId,
  since,
  today,
}: Glimpse): Promise<TeamGlanceView['effects']> {
  const found = (outcome: 'worked' | 'partly' | 'didnt'): Promise<number> =>
    db.learning.count({ where: { teamId, kind: 'effect', outcome, at: { gte: since } } });
  const waits = { teamId, state: 'done' as const };
  return {
    worked: await found('worked'),
    partly: await found('partly'),
    didnt: await found('didnt'),
    waiting: await db.task.count({ where: waits }),
    toCheck: await db.task.count({ where: { ...waits, checkOn: { lte: today } } }),
  };
}
