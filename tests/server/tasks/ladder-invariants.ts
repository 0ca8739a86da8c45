import { expect } from 'vitest';
import { readTask } from '#server/tasks/read-task.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import type { Real } from './ladder-commands.ts';
import type { Model, ModelTask } from './ladder-model.ts';

/** Every confirmed action has one task and nothing else has; each is as the model says, in all places. */
export async function mustAgree({ actions }: Model, real: Real): Promise<void> {
  const tasks = actions.flatMap(({ task }) => task ?? []);
  const rows = await real.house.db.task.findMany({ where: { boardId: real.boardId } });
  const confirmed = actions.filter(({ task }) => task).map(({ actionId }) => actionId);
  expect(rows.map(({ actionId }) => actionId).sort()).toEqual(confirmed.sort());
  for (const task of tasks) await mustBe(task, real);
}

async function mustBe(task: ModelTask, real: Real): Promise<void> {
  const { state, steps, toCome, view } = task;
  const { house, people, boardId } = real;
  const story = await readTask(house, people.coach.actor, view.id);
  const open = story.holdingChecks.filter(({ result }) => result === null);
  expect({
    state: story.state,
    revision: story.revision,
    steps: story.events.length,
    toCome: open.map(({ dueOn }) => dueOn),
    owner: story.owner.id,
    declined: story.declined !== null,
  }).toEqual({
    ...{ state, revision: steps, steps, toCome, declined: task.declined },
    owner: people[task.owner].actor.id,
  });
  // Each step has one author, who had the right, and one line in the audit.
  const mayPromise = [people.member.actor.id, people.manager.actor.id];
  for (const { actor } of story.events) expect(mayPromise).toContain(actor.id);
  expect(await house.db.audit.count({ where: { subject: view.id } })).toBe(steps);
  // A closed effect had its check, a dropped promise its reason, begun work what was expected of it.
  const kinds = story.events.map(({ kind }) => kind);
  if (state === 'effect_checked' || state === 'standard') expect(kinds).toContain('effect');
  expect(story.droppedReason !== null).toBe(state === 'dropped');
  if (state !== 'agreed' && state !== 'dropped') expect(story.prediction).not.toBeNull();
  expect(await taskOnBoard(real.latest, { boardId, actionId: view.actionId })).toMatchObject({
    ...{ taskId: view.id, state, revision: steps, owner: story.owner },
    ...(story.declined && { declined: story.declined }),
  });
}
