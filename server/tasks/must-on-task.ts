import { may } from '#board/access.ts';
import type { Deed } from '#board/access.ts';
import { maySeeBoard } from '../access/may-see-board.ts';
import { nothingHere } from '../access/must.ts';
import { standingOnTeam } from '../access/standing.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { taskParts } from './view-task.ts';
import type { TaskRow } from './view-task.ts';

/** What a buddy may, from whichever team. [ACT-43] */
const helping: readonly Deed[] = ['team.see-tasks', 'task.comment'];

/** The task, if the actor may do the deed to it: as its owner, its buddy, or by the team's table. */
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
  const helps = task?.buddyId === user.id && (await seesIts(house, actor, task));
  if (!task || !(owns || helps || may(subjects, 'team.see-tasks'))) throw nothingHere();
  if (!owns && !may(subjects, deed) && !(helps && helping.includes(deed)))
    throw new Refusal('no-right', 'Your role does not move tasks.');
  return task;
}

function seesIts({ db, clock }: House, actor: Actor, { boardId }: TaskRow): Promise<boolean> {
  return maySeeBoard(db, actor, boardId, clock());
}
