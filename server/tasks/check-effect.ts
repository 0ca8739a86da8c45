import type { CheckEffectInput, TaskView } from '#board/api/tasks.ts';
import type { FieldError } from '#board/errors.ts';
import { mayCheckEffect } from '#board/ladder.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { viewReading } from '../measures/view-measure.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { mustBeCurrent } from './must-be-current.ts';
import { mustOnTask } from './must-on-task.ts';
import { updateTask } from './update-task.ts';
import type { TaskRow } from './view-task.ts';

/**
 * Closes a done task by what it brought. A task with a measure needs the reading, which also goes
 * into the measure; one with an observation needs what was seen. [ACT-5]
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
  const missing = missingForEffect(task, input);
  if (missing.length > 0) throw new Refusal('incomplete', 'Say what you saw.', missing);
  const { outcome, learned, reading, observation } = input;
  const view = await updateTask(house, actor, task, {
    kind: 'effect',
    data: { state: 'effect_checked', outcome, learned },
    event: {
      outcome,
      learned,
      ...(reading === undefined ? {} : { reading }),
      ...(observation === undefined ? {} : { observation }),
    },
    also: async (tx) => {
      if (task.measureId === null || reading === undefined) return;
      const at = house.clock().toISOString().slice(0, 10);
      const { teamId, measureId } = task;
      const row = await tx.reading.create({
        data: { id: newId(), measureId, at, value: reading, byId: user.id },
        include: { by: true },
      });
      const data = { ...viewReading(row), measureId };
      await tellWebhooks(tx, house, { teamId, type: 'reading.added', data });
    },
  });
  if (task.measureId !== null) await refreshTeamBoards(house, task.teamId);
  return view;
}

function missingForEffect(task: TaskRow, input: CheckEffectInput): FieldError[] {
  if (task.measureId !== null && input.reading === undefined) {
    return [{ field: 'reading', code: 'missing', message: 'say which value you read' }];
  }
  if (task.observation !== null && input.observation === undefined) {
    return [{ field: 'observation', code: 'missing', message: 'say what you saw' }];
  }
  return [];
}
