import type { CheckEffectInput, TaskView } from '#board/api/tasks.ts';
import { missingEvidence } from '#board/effect-gate.ts';
import { planHolding } from '#board/holding.ts';
import { mayCheckEffect } from '#board/ladder.ts';
import { todayOf } from '../accounts/zone-of.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { effectOf } from '../boards/facts.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House, Tx } from '../house.ts';
import { logCheck } from '../learnings/log-check.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { addCheckReading } from './add-check-reading.ts';
import { mustBeCurrent } from './must-be-current.ts';
import { mustOnTask } from './must-on-task.ts';
import { cameUpTo, predictionOf } from './prediction.ts';
import { saidOnly } from './said-only.ts';
import { updateTask } from './update-task.ts';
import type { TaskRow } from './view-task.ts';

/**
 * Closes a done task by what it brought. A task with a measure needs the reading, which also goes
 * into the measure; one with an observation needs what was seen. What worked is looked at again
 * later; what was learned goes into the log. [ACT-5] [ACT-23] [ACT-24]
 */
export async function checkEffect(
  house: House,
  actor: Actor,
  taskId: string,
  input: CheckEffectInput,
): Promise<TaskView> {
  const user = mustBeUser(actor);
  const task = await mustOnTask(house, actor, taskId, 'task.move');
  mustBeCurrent(task, input.revision ?? task.revision);
  if (!mayCheckEffect(task.state)) {
    throw new Refusal('invalid', 'The effect is checked once the work is done.', [
      { field: 'outcome', code: 'not-done', message: `the task is ${task.state}, not done` },
    ]);
  }
  const missing = missingEvidence(effectOf(task), input);
  if (missing.length > 0) throw new Refusal('incomplete', 'Say what you saw.', missing);
  const { outcome, learned, reading, observation, tell } = input;
  const reached = cameUpTo(task, input);
  const view = await updateTask(house, actor, task, {
    kind: 'effect',
    data: { state: 'effect_checked', outcome, learned, tell: tell ?? null, reached },
    event: saidOnly({
      ...{ outcome, learned, reading, observation, tell, reached },
      expected: predictionOf(task).expected,
      expectedWords: predictionOf(task).observation,
    }),
    also: async (tx) => {
      await addCheckReading(tx, house, user, task, input);
      await addHoldingChecks(tx, house, user, task, input);
      await logCheck(tx, { task, user, at: house.clock(), kind: 'effect', reached, ...input });
    },
  });
  if (task.measureId !== null) await refreshTeamBoards(house, task.teamId);
  return view;
}

async function addHoldingChecks(
  tx: Tx,
  house: House,
  user: UserActor,
  { id: taskId }: TaskRow,
  { outcome }: CheckEffectInput,
): Promise<void> {
  const createdAt = house.clock();
  await tx.holdingCheck.createMany({
    data: planHolding(outcome, todayOf(house, user)).map(({ after, dueOn }) => ({
      ...{ id: newId(), taskId, after, dueOn, createdAt },
    })),
  });
}
