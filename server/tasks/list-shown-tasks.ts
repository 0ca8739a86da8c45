import type { TasksQuery, TaskView } from '#board/api/tasks.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { whereOf } from './list-tasks.ts';
import { taskParts, viewTask } from './view-task.ts';

// Nobody looks at more on one page; who wants all asks by REST, page by page.
const MOST_OPEN = 1000;
const MOST_CLOSED = 100;

/** What still asks for something: of what was checked, only what has to hold. */
const open: Prisma.TaskWhereInput = {
  OR: [
    { state: { in: ['agreed', 'doing', 'done'] } },
    { state: 'effect_checked', holding: { some: { result: null } } },
  ],
};

/** The tasks of a page: all that ask for something, the nearest first, and the newest of the others. */
export async function listShownTasks(
  house: House,
  actor: Actor,
  wanted: Pick<TasksQuery, 'team' | 'owner' | 'buddy'>,
): Promise<TaskView[]> {
  const user = mustBeUser(actor);
  if (wanted.team !== undefined) {
    await mustOnTeam(house, actor, wanted.team, 'team.see-tasks');
  }
  const { db } = house;
  const where = whereOf(wanted, user.id, house.clock());
  const ongoing = await db.task.findMany({
    where: { AND: [where, open] },
    include: taskParts,
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
    take: MOST_OPEN,
  });
  const closed = await db.task.findMany({
    where: { AND: [where, { NOT: open }] },
    include: taskParts,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: MOST_CLOSED,
  });
  return [...ongoing, ...closed].map(viewTask);
}
