import { may } from '#board/access.ts';
import type { Deed } from '#board/access.ts';
import { nothingHere } from '../access/must.ts';
import { standingOnTeam } from '../access/standing.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { taskParts } from './view-task.ts';
import type { TaskRow } from './view-task.ts';

/** The task, if the actor may do the deed to it: as its owner, or by the team's table. */
export async function mustOnTask(
  house: House,
  actor: Actor,
  taskId: string,
  deed: Deed,
): Promise<TaskRow> {
  const user = mustBeUser(actor);
  const task = await house.db.task.findUnique({ where: { id: taskId }, include: taskParts });
  const standing = task ? await standingOnTeam(house.db, actor, task.teamId) : undefined;
  const subjects = standing?.subjects ?? [];
  const owns = task?.ownerId === user.id;
  if (!task || !(owns || may(subjects, 'team.see-tasks'))) throw nothingHere();
  if (!owns && !may(subjects, deed))
    throw new Refusal('no-right', 'Your role does not move tasks.');
  return task;
}
