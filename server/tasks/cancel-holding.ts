import type { UserActor } from '../auth/actor.ts';
import type { Tx } from '../house.ts';

/** Cancels the checks of a task that are still to come: it is being worked on again. [ACT-27] */
export async function cancelHolding(
  tx: Tx,
  user: UserActor,
  taskId: string,
  at: Date,
): Promise<void> {
  await tx.holdingCheck.updateMany({
    where: { taskId, result: null },
    data: { result: 'cancelled', doneAt: at, doneById: user.id },
  });
}
