import { beforeAll, describe, expect, it } from 'vitest';
import type { ChangeTaskInput, TaskView } from '#board/api/tasks.ts';
import { answerHolding } from '#server/tasks/answer-holding.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newMeasure, newTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('what was expected when the work began', () => {
  const world = useSettledHouse();
  let boardId = '';
  const measures = { down: '', up: '' };

  beforeAll(async () => {
    const { house, people } = world;
    const { actor } = people.member;
    boardId = (await newBoard(house, actor, people.teamId, { template: 'action' })).id;
    for (const direction of ['down', 'up'] as const)
      measures[direction] = (await newMeasure(house, actor, people.teamId, { direction })).id;
  });

  const observed = () => newTask(world.house, world.people.member.actor, boardId);
  const measured = (expected = 10, direction: 'down' | 'up' = 'down') =>
    newTask(world.house, world.people.member.actor, boardId, {
      effect: { measure: measures[direction], expected, checkOn: '2027-01-15' },
    });
  const change = (task: TaskView, input: Partial<ChangeTaskInput>) =>
    changeTask(world.house, world.people.member.actor, task.id, {
      ...{ revision: task.revision, ...input },
    });
  const check = (task: TaskView, reading: number) =>
    checkEffect(world.house, world.people.member.actor, task.id, {
      ...{ outcome: 'worked', reading, learned: 'Iets' },
    });

  it.each(['doing', 'done'] as const)(
    'is kept from the step to %s on, however the task gets there [ACT-22]',
    async (state) => {
      const { house } = world;
      const frozenAt = house.clock().toISOString();
      const task = await measured();
      expect(task.prediction).toBeNull();
      const begun = await change(task, { state });
      const prediction = { expected: 10, checkOn: '2027-01-15', frozenAt };
      expect(begun.prediction).toEqual(prediction);
      const text = await change(await observed(), { state });
      expect(text.prediction).toMatchObject({ observation: 'Niemand belt meer na' });
    },
  );

  it('may be said anew before, and at that very step [ACT-21]', async () => {
    const task = await measured();
    const changed = await change(task, { effect: { expected: 8, checkOn: '2027-02-01' } });
    expect(changed.effect).toMatchObject({ expected: 8, checkOn: '2027-02-01' });
    expect(changed.prediction).toBeNull();
    const begun = await change(changed, { state: 'doing', effect: { expected: 6 } });
    expect(begun.prediction).toMatchObject({ expected: 6, checkOn: '2027-02-01' });
  });

  it('stays as it is when it is said anew afterwards: both are shown [ACT-22]', async () => {
    const { house, people } = world;
    const begun = await change(await measured(), { state: 'doing' });
    const later = await change(begun, { effect: { expected: 14 }, reason: 'De griep' });
    expect(later.prediction).toEqual(begun.prediction);
    expect(later.effect).toMatchObject({ expected: 14 });
    expect(await taskOnBoard(house, later)).toMatchObject({ effect: { expected: 14 } });
    const { events } = await readTask(house, people.member.actor, later.id);
    expect(events.at(-1)).toMatchObject({
      kind: 'changed',
      data: { expected: { from: 10, to: 14 }, reason: 'De griep' },
    });
  });

  it('is not renewed by going to and fro before the check [ACT-22]', async () => {
    let task = await change(await measured(), { state: 'doing' });
    task = await change(task, { effect: { expected: 20 } });
    for (const state of ['done', 'doing', 'agreed', 'doing', 'done'] as const)
      task = await change(task, { state });
    task = await change(task, { state: 'dropped', reason: 'Even niet' });
    for (const state of ['agreed', 'doing'] as const) task = await change(task, { state });
    expect(task.prediction).toMatchObject({ expected: 10 });
  });

  it.each([
    ['down', 10, true],
    ['down', 12, false],
    ['up', 12, true],
    ['up', 8, false],
  ] as const)(
    'is what the reading is set against: %s is better, %d read [ACT-23]',
    async (direction, reading, reached) => {
      const { house, people } = world;
      let task = await change(await measured(10, direction), { state: 'done' });
      task = await change(task, { effect: { expected: direction === 'down' ? 5 : 15 } });
      const checked = await check(task, reading);
      expect(checked).toMatchObject({ reached, outcome: 'worked' });
      const { events } = await readTask(house, people.member.actor, task.id);
      expect(events.at(-1)?.data).toMatchObject({ expected: 10, reading, reached });
    },
  );

  it('is kept anew for the round after the check [ACT-22]', async () => {
    const { house, people } = world;
    const begun = await change(await measured(), { state: 'done' });
    const later = await change(begun, { effect: { expected: 12 } });
    const byHand = await change(await check(later, 9), { state: 'doing' });
    expect(byHand.prediction).toMatchObject({ expected: 12 });
    const changed = await change(byHand, { state: 'done', effect: { expected: 7 } });
    const checked = await check(changed, 11);
    expect(checked.reached).toBe(true);
    const open = checked.holdingChecks.find(({ result }) => result === null);
    const back = await answerHolding(
      house,
      people.member.actor,
      { taskId: checked.id, checkId: open?.id ?? '' },
      { revision: checked.revision, held: false, reading: 13 },
    );
    expect(back.prediction).toMatchObject({ expected: 7 });
  });

  it('is of the way in which the task is seen, and not said anew once it was checked [ACT-21]', async () => {
    const wrong = async (task: TaskView, effect: ChangeTaskInput['effect'], field: string) =>
      expect(change(task, { effect })).rejects.toEqual(refused('invalid', field));
    await wrong(await observed(), { expected: 3 }, 'effect.expected');
    await wrong(await measured(), { observation: 'Stil' }, 'effect.observation');
    const checked = await check(await change(await measured(), { state: 'done' }), 9);
    await wrong(checked, { expected: 3 }, 'effect');
  });
});
