import { beforeAll, describe, expect, it } from 'vitest';
import { changeTask } from '#server/tasks/change-task.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('reasons [ACT-20]', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    const template = 'action' as const;
    boardId = (await newBoard(house, people.member.actor, people.teamId, { template })).id;
  });

  const task = () => newTask(world.house, world.people.member.actor, boardId);
  const lastOf = async (id: string) =>
    (await readTask(world.house, world.people.member.actor, id)).events.at(-1)?.data;

  it('a promise is not dropped without one', async () => {
    const { house, people } = world;
    const { id } = await task();
    const drop = changeTask(house, people.member.actor, id, { revision: 1, state: 'dropped' });
    await expect(drop).rejects.toEqual(refused('incomplete', 'reason'));
    expect(await readTask(house, people.member.actor, id)).toMatchObject({ state: 'agreed' });
  });

  it('it stays with the task while it is dropped, and in its story', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await task();
    const reason = 'De leverancier doet het zelf';
    const dropped = await changeTask(house, actor, id, { revision: 1, state: 'dropped', reason });
    expect(dropped).toMatchObject({ state: 'dropped', droppedReason: reason });
    const data = { state: { from: 'agreed', to: 'dropped' }, reason };
    expect(await lastOf(id)).toEqual(data);
    const renamed = await changeTask(house, actor, id, { revision: 2, title: 'Anders' });
    expect(renamed.droppedReason).toBe(reason);
    const back = await changeTask(house, actor, id, { revision: 3, state: 'agreed' });
    expect(back.droppedReason).toBeNull();
    const { events } = await readTask(house, actor, id);
    expect(events.map((event) => event.data['reason'])).toEqual([
      undefined,
      reason,
      undefined,
      undefined,
    ]);
  });

  it('another day may have one', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id, due } = await task();
    await changeTask(house, actor, id, { revision: 1, due: '2027-01-10' });
    expect(await lastOf(id)).toEqual({ due: { from: due, to: '2027-01-10' } });
    const reason = 'Sanne is ziek';
    await changeTask(house, actor, id, { revision: 2, due: '2027-01-20', reason });
    expect(await lastOf(id)).toEqual({ due: { from: '2027-01-10', to: '2027-01-20' }, reason });
  });
});
