import { beforeAll, describe, expect, it } from 'vitest';
import { readMeasure } from '#server/measures/read-measure.ts';
import { listActions } from '#server/measures/list-actions.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newMeasure, newTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('the actions that are meant to move a measure [MEAS-6]', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });

  async function moved(measureId: string, ...states: ('doing' | 'done' | 'dropped')[]) {
    const { house, people } = world;
    const { actor } = people.member;
    const effect = { measure: measureId, expected: 10, checkOn: '2027-01-15' };
    let task = await newTask(house, actor, boardId, { title: states.join(' ') || 'new', effect });
    for (const state of states) {
      const change = { revision: task.revision, state, reason: 'Het werk vraagt het' };
      task = await changeTask(house, actor, task.id, change);
    }
    return task;
  }

  it('have the moments at which they began and were done, while they are', async () => {
    const { house, people } = world;
    const { id } = await newMeasure(house, people.member.actor, people.teamId);
    const fresh = await moved(id);
    const doing = await moved(id, 'doing');
    const done = await moved(id, 'doing', 'done');
    const again = await moved(id, 'doing', 'done', 'doing');
    await moved(id, 'dropped');
    const other = await newMeasure(house, people.member.actor, people.teamId);
    await moved(other.id, 'done');
    const { actions } = await readMeasure(house, people.coach.actor, id);
    const some = expect.any(String);
    expect(actions).toEqual([
      expect.objectContaining({ taskId: fresh.id, startedAt: null, doneAt: null }),
      expect.objectContaining({ taskId: doing.id, startedAt: some, doneAt: null }),
      expect.objectContaining({ taskId: done.id, startedAt: some, doneAt: some }),
      expect.objectContaining({ taskId: again.id, startedAt: some, doneAt: null }),
    ]);
    const event = await house.db.taskEvent.findFirstOrThrow({
      where: { taskId: done.id, data: { path: ['state', 'to'], equals: 'done' } },
    });
    expect(actions[2]?.doneAt).toBe(event.at.toISOString());
    const listed = await listActions(house, people.coach.actor, people.teamId);
    expect(listed.get(id)).toEqual(actions);
    expect(listed.get(other.id)).toHaveLength(1);
  });

  it('are there for the team alone, with what each may do', async () => {
    const { house, people } = world;
    const { id } = await newMeasure(house, people.member.actor, people.teamId);
    const { may, teamName } = await readMeasure(house, people.coach.actor, id);
    expect([teamName, may]).toEqual(['Polikliniek', { write: true, propose: false, agree: false }]);
    await expect(readMeasure(house, people.outsider.actor, id)).rejects.toEqual(
      refused('not-found'),
    );
    await expect(listActions(house, people.outsider.actor, people.teamId)).rejects.toEqual(
      refused('not-found'),
    );
  });
});
