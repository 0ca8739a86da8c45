import { GLANCE_DAYS } from '#board/api/glance.ts';
import type { TeamGlanceView } from '#board/api/glance.ts';
import { addDays, dayIn } from '#board/calendar.ts';
import type { Task, TaskEvent } from '../db/generated/client.ts';
import { doneAt } from '../tasks/done-at.ts';
import type { Glimpse } from './glimpse.ts';

type Promised = Task & { events: TaskEvent[] };

/**
 * The team's promises that were due and kept, and for its manager who looks (`ownerId`) those that are
 * theirs; nobody else's are told apart. What was dropped is no promise any more. [GLANCE-2] [GLANCE-5]
 */
export async function countPromises(
  { db, teamId, today, zone }: Glimpse,
  ownerId: string | null,
): Promise<Pick<TeamGlanceView, 'promises' | 'own'>> {
  const due = await db.task.findMany({
    where: {
      teamId,
      state: { not: 'dropped' },
      due: { gte: addDays(today, -GLANCE_DAYS), lt: today },
    },
    include: { events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  });
  const late = await db.task.count({
    where: { teamId, state: { in: ['agreed', 'doing'] }, due: { lt: today } },
  });
  const own = due.filter((task) => task.ownerId === ownerId);
  return {
    promises: { ...keptOf(due, zone), late },
    own: ownerId === null ? null : keptOf(own, zone),
  };
}

function keptOf(due: readonly Promised[], zone: string): { due: number; kept: number } {
  const kept = due.filter((task) => {
    const at = doneAt(task);
    return at !== null && dayIn(zone, at) <= task.due;
  });
  return { due: due.length, kept: kept.length };
}
