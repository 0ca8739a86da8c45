import type { ChangeTaskInput, TaskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import { beginsRound, isEffectChecked, mayMove, needsReason, reopens } from '#board/ladder.ts';
import { findBuddy } from '../actions/find-buddy.ts';
import { findOwner } from '../actions/find-owner.ts';
import type { Actor } from '../auth/actor.ts';
import { defined } from '../audit/what-changed.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { Refusal } from '../refusal.ts';
import { cancelHolding } from './cancel-holding.ts';
import { mustBeCurrent } from './must-be-current.ts';
import { mustBeSameWay } from './must-be-same-way.ts';
import { mustOnTask } from './must-on-task.ts';
import { freeze, notBegun } from './prediction.ts';
import { queueTaskMail } from './queue-task-mail.ts';
import { newDays, taskChanges } from './task-changes.ts';
import type { Changeable } from './task-changes.ts';
import { updateTask } from './update-task.ts';
import type { TaskRow } from './view-task.ts';

/** Moves a task along the ladder, or changes its words, owner, due date or what is expected of it. */
export async function changeTask(
  house: House,
  actor: Actor,
  taskId: string,
  { revision, owner, buddy, effect, reason, ...values }: ChangeTaskInput,
): Promise<TaskView> {
  const user = mustBeUser(actor);
  const task = await mustOnTask(house, actor, taskId, 'task.move');
  mustBeCurrent(task, revision);
  if (values.state !== undefined) mustBeStep(task.state, values.state, reason);
  if (effect !== undefined) mustBeSameWay(task, effect, values.state);
  const ownerId =
    owner === undefined ? undefined : (await findOwner(house.db, actor, task.teamId, owner)).id;
  const data = defined<Changeable>({
    ...{ ...values, ownerId, ...effect },
    buddyId: await buddyFor(house, actor, task, { ownerId, buddy }),
    ...(takesOver(task, { ownerId, state: values.state }) ? { declinedById: null } : {}),
  });
  mustLieAhead(house, newDays(task, data));
  const anew = isEffectChecked(task.state) && data.state === 'doing';
  return updateTask(house, actor, task, {
    kind: 'changed',
    data: {
      ...data,
      ...followUp({ ...task, ...data }, task, { reason, effect }, house.clock()),
      ...given(task, data, user.id, house.clock()),
    },
    event: { ...taskChanges(task, data), ...(reason === undefined ? {} : { reason }) },
    also: async (tx, changed) => {
      if (anew) await cancelHolding(tx, user, task.id, house.clock());
      if (changed.ownerId !== task.ownerId)
        await queueTaskMail(tx, house, changed, mailLocale(user, 'en'));
    },
  });
}

function mustBeStep(from: TaskState, to: TaskState, reason: string | undefined): void {
  if (!mayMove(from, to)) {
    throw new Refusal('invalid', 'The ladder has no such step.', [
      { field: 'state', code: 'no-such-step', message: `cannot go from ${from} to ${to}` },
    ]);
  }
  if (needsReason(from, to) && reason === undefined) {
    throw new Refusal('incomplete', 'Say why it is dropped.', [
      { field: 'reason', code: 'missing', message: 'say why it no longer stands' },
    ]);
  }
}

/** Who helps from now on; whoever becomes the owner is no buddy any more. Undefined where that stays. [ACT-43] */
async function buddyFor(
  house: House,
  actor: Actor,
  task: TaskRow,
  {
    ownerId = task.ownerId,
    buddy,
  }: { ownerId: string | undefined; buddy: string | null | undefined },
): Promise<string | null | undefined> {
  if (buddy === undefined) return ownerId === task.buddyId ? null : undefined;
  if (buddy === null) return null;
  const { boardId } = task;
  return (await findBuddy(house.db, house, actor, { boardId, buddy, ownerId })).id;
}

/** True where a promise that was declined is somebody's again: an owner is named, or its work begins. [ACT-42] */
function takesOver(
  { declinedById, state }: TaskRow,
  to: { ownerId: string | undefined; state: TaskState | undefined },
): boolean {
  const begins = to.state !== undefined && to.state !== state;
  return declinedById !== null && (to.ownerId !== undefined || begins);
}

/** By whom and when a promise became its owner's, where that is new; what was declined before is told no more. */
function given(
  task: TaskRow,
  { ownerId, declinedById }: Changeable,
  by: string,
  at: Date,
): Prisma.TaskUncheckedUpdateManyInput {
  const anew = ownerId !== undefined && ownerId !== task.ownerId;
  return {
    ...(anew ? { givenById: by, givenAt: at } : {}),
    ...(declinedById === null ? { declinedReason: null } : {}),
  };
}

/**
 * What a step brings with it: the reason stays while it is dropped, the prediction from its beginning.
 * Who agrees anew to what was dropped, and says what is expected now, begins anew. [ACT-20] [ACT-22] [ACT-30]
 */
function followUp(
  next: TaskRow,
  task: TaskRow,
  { reason, effect }: Pick<ChangeTaskInput, 'reason' | 'effect'>,
  at: Date,
): Prisma.TaskUncheckedUpdateManyInput {
  return {
    ...(needsReason(task.state, next.state) ? { droppedReason: reason ?? null } : {}),
    ...(task.state === 'dropped' && next.state !== 'dropped' ? { droppedReason: null } : {}),
    ...(task.state === 'dropped' && reopens(task.state, next.state) && effect ? notBegun : {}),
    ...(beginsRound(task.state, next.state, task.frozenAt !== null) ? freeze(next, at) : {}),
  };
}
