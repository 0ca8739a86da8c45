import { taskKey } from '#board/facts.ts';
import { asBoardId } from '#board/ids.ts';
import { followLane } from '#board/lanes.ts';
import type { TaskView } from '#board/api/tasks.ts';
import type { WebhookEvent } from '#board/api/webhooks.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { factOfTask } from '../boards/facts.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { changedMeanwhile } from './must-be-current.ts';
import { taskParts, viewTask } from './view-task.ts';
import type { TaskRow } from './view-task.ts';

interface Update {
  readonly kind: 'changed' | 'declined' | 'effect' | 'holding';
  readonly data: Prisma.TaskUncheckedUpdateManyInput;
  readonly event: Prisma.InputJsonObject;
  /** More rows of the same transaction. */
  readonly also?: ((tx: Tx, task: TaskRow) => Promise<void>) | undefined;
}

/** What webhooks are told of it. */
const told = {
  changed: 'task.changed',
  declined: 'task.declined',
  effect: 'task.effect_checked',
  holding: 'task.changed',
} as const satisfies Record<Update['kind'], WebhookEvent>;

/**
 * Changes a task if nobody changed it since `revision`, and shows it on its board: task, event,
 * audit row and mirrored fact in one transaction. A stale revision is told what stands now. [ACT-7]
 */
export async function updateTask(
  house: House,
  actor: Actor,
  { id, boardId, revision }: Pick<TaskRow, 'id' | 'boardId' | 'revision'>,
  update: Update,
): Promise<TaskView> {
  const user = mustBeUser(actor);
  return house.documents.change(asBoardId(boardId), async (_board, tx) => {
    const { count } = await tx.task.updateMany({
      where: { id, revision },
      data: { ...update.data, revision: { increment: 1 }, updatedAt: house.clock() },
    });
    const read = () => tx.task.findUniqueOrThrow({ where: { id }, include: taskParts });
    const changed = await read();
    if (count === 0) throw changedMeanwhile(changed);
    const { kind, event: data } = update;
    await tx.taskEvent.create({ data: { id: newId(), taskId: id, actorId: user.id, kind, data } });
    await recordDeed(tx, actor, `task.${kind}`, id, data);
    await update.also?.(tx, changed);
    // What was written beside the task is part of what is shown.
    const task = update.also ? await read() : changed;
    const result = viewTask(task);
    await tellWebhooks(tx, house, { teamId: task.teamId, type: told[kind], data: result });
    const fact = factOfTask(task);
    return {
      result,
      apply: (board) => {
        board.facts.set(taskKey(task.actionId), fact);
        followLane(board, task.actionId, fact.state);
      },
    };
  });
}
