import type { TasksQuery, TaskView } from '#board/api/tasks.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { taskParts, viewTask } from './view-task.ts';

type TasksWanted = Omit<TasksQuery, 'limit' | 'cursor'>;

/** Tasks of the asker's teams by due date; a list by owner is for finding promises, never for counting people. */
export async function listTasks(
  house: House,
  actor: Actor,
  query: TasksQuery,
): Promise<{ items: TaskView[]; nextCursor: string | null }> {
  const user = mustBeUser(actor);
  if (query.team !== undefined) await mustOnTeam(house, actor, query.team, 'team.see-tasks');
  const rows = await house.db.task.findMany({
    where: whereOf(query, user.id, house.clock()),
    include: taskParts,
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
    take: query.limit + 1,
    ...(query.cursor === undefined ? {} : { cursor: { id: query.cursor }, skip: 1 }),
  });
  const items = rows.slice(0, query.limit).map(viewTask);
  return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Those of the tasks asked for that the asker may see. */
export function whereOf(
  { team, board, owner, buddy, state }: TasksWanted,
  userId: string,
  now: Date,
): Prisma.TaskWhereInput {
  const mine = { ownerId: userId };
  const inMyTeams = { team: { memberships: { some: { userId } } } };
  return {
    // What somebody promised stays theirs to see, also after they left the team.
    OR: [mine, inMyTeams, { buddyId: userId, board: { passes: { some: passOf(userId, now) } } }],
    ...(team === undefined ? {} : { teamId: team }),
    ...(board === undefined ? {} : { boardId: board }),
    ...(owner === undefined ? {} : { ownerId: owner === 'me' ? userId : owner }),
    ...(buddy === undefined ? {} : { buddyId: buddy === 'me' ? userId : buddy }),
    ...(state === undefined ? {} : { state }),
  };
}

/** What lets somebody of another team see a board: an invite link that still holds. [ACCESS-3] */
function passOf(userId: string, now: Date): Prisma.BoardPassWhereInput {
  return {
    userId,
    invite: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  };
}
