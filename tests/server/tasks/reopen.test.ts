import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerHoldingInput, ChangeTaskInput, TaskView } from '#board/api/tasks.ts';
import { answerHolding } from '#server/tasks/answer-holding.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newDoneTask, newMeasure, newWorkedTask } from '#tests/support/builders.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('what was closed and stands open again [ACT-30]', () => {
  const world = useSettledHouse();
  let boardId = '';
  let measure = '';

  beforeAll(async () => {
    const { house, people } = world;
    const { actor } = people.member;
    boardId = (await newBoard(house, actor, people.teamId, { template: 'action' })).id;
    measure = (await newMeasure(house, actor, people.teamId)).id;
  });

  const day = (days: number) => world.house.time.day(days);
  const promised = () => ({
    due: day(14),
    effect: { measure, expected: 10, checkOn: day(30) },
  });
  const worked = () => newWorkedTask(world.house, world.people.member.actor, boardId, promised());
  const change = (task: TaskView, input: Partial<ChangeTaskInput>) =>
    changeTask(world.house, world.people.member.actor, task.id, {
      ...{ revision: task.revision, ...input },
    });
  const answer = (task: TaskView, input: Partial<AnswerHoldingInput>) =>
    answerHolding(
      world.house,
      world.people.member.actor,
      { taskId: task.id, checkId: task.holdingChecks[0]?.id ?? '' },
      { revision: task.revision, held: false, reading: 14, ...input },
    );
  const anew = () => ({ due: day(60), effect: { expected: 8, checkOn: day(90) } });

  it.each([
    ['by hand', (task: TaskView) => change(task, { state: 'doing', ...anew() })],
    ['by a relapse', (task: TaskView) => answer(task, anew())],
  ])(
    '%s may have other days and another expectation, which are kept from then on',
    async (_, reopen) => {
      const { house, people } = world;
      const task = await worked();
      const open = await reopen(task);
      const prediction = {
        ...{ expected: 8, checkOn: day(90) },
        frozenAt: house.clock().toISOString(),
      };
      expect(open).toMatchObject({
        state: 'doing',
        due: day(60),
        effect: anew().effect,
        prediction,
      });
      expect(await taskOnBoard(house, task)).toMatchObject({ due: day(60), effect: anew().effect });
      const { events } = await readTask(house, people.member.actor, task.id);
      expect(events.at(-1)?.data).toMatchObject({
        state: { from: 'effect_checked', to: 'doing' },
        due: { from: day(14), to: day(60) },
        expected: { from: 10, to: 8 },
        checkOn: { from: day(30), to: day(90) },
      });
      const later = await change(open, { effect: { expected: 12 } });
      expect(later.prediction).toEqual(prediction);
    },
  );

  it('keeps what it had where nothing new is said', async () => {
    const open = await answer(await worked(), {});
    expect(open).toMatchObject({ due: day(14), prediction: { expected: 10, checkOn: day(30) } });
  });

  it('begins anew when what was dropped is agreed with another expectation', async () => {
    const { house, people } = world;
    const done = await newDoneTask(house, people.member.actor, boardId, promised());
    const dropped = await change(done, { state: 'dropped', reason: 'Even niet' });
    const same = await change(dropped, { state: 'agreed' });
    expect(same.prediction).toMatchObject({ expected: 10 });
    const again = await change(same, { state: 'dropped', reason: 'Toch niet' });
    const agreed = await change(again, { state: 'agreed', ...anew() });
    expect(agreed.prediction).toBeNull();
    const begun = await change(agreed, { state: 'doing' });
    expect(begun.prediction).toMatchObject({ expected: 8, checkOn: day(90) });
  });

  it('is said anew only by a relapse, in the way that the task is seen, for days to come', async () => {
    const task = await worked();
    const past = { due: day(-3), effect: { checkOn: day(-2) } };
    for (const wrong of [answer(task, past), change(task, { state: 'doing', ...past })])
      await expect(wrong).rejects.toEqual(refused('invalid', 'due', 'effect.checkOn'));
    const otherWay = { effect: { observation: 'Stil' } };
    for (const wrong of [answer(task, otherWay), change(task, { state: 'doing', ...otherWay })])
      await expect(wrong).rejects.toEqual(refused('invalid', 'effect.observation'));
    world.house.time.pass(31 * DAY_MS);
    const held = answer(task, { held: true, due: day(60) });
    await expect(held).rejects.toEqual(refused('invalid', 'due'));
  });
});
