import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerHoldingInput, TaskView } from '#board/api/tasks.ts';
import { listMeasures } from '#server/measures/list-measures.ts';
import type { House } from '#server/house.ts';
import { answerHolding } from '#server/tasks/answer-holding.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { readTask } from '#server/tasks/read-task.ts';
import {
  newBoard,
  newDoneTask,
  newMeasure,
  newTask,
  newWorkedTask,
} from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { whileLogFails } from '#tests/support/failing-log.ts';
import { anotherNode } from '#tests/support/house.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('looking again at what worked', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';
  let measureId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
    measureId = (await newMeasure(house, people.member.actor, people.teamId)).id;
  });

  /** The house in the Netherlands at a moment. */
  const at = (moment: string, of: House = world.house): House => ({
    ...of,
    zone: 'Europe/Amsterdam',
    clock: () => new Date(moment),
  });
  const winter = '2027-02-26T23:30:00Z'; // half past midnight on the 27th there
  const [month, season] = ['2027-03-29T08:00:00Z', '2027-05-28T08:00:00Z'];
  const worked = (house = at(winter)) => newWorkedTask(house, world.people.member.actor, boardId);
  const idOf = (task: TaskView, nth: number): string => task.holdingChecks[nth]?.id ?? 'none';
  const seen = { observation: 'Nog steeds stil' };

  function answer(
    moment: string,
    task: TaskView,
    nth: number,
    input: Partial<AnswerHoldingInput> = {},
    actor = world.people.member.actor,
  ): Promise<TaskView> {
    return answerHolding(
      at(moment),
      actor,
      { taskId: task.id, checkId: idOf(task, nth) },
      { revision: task.revision, held: true, ...seen, ...input },
    );
  }

  it('comes 30 and 90 local days after the check, across the change of the clock [ACT-24]', async () => {
    const days = async (moment: string) =>
      (await worked(at(moment))).holdingChecks.map(({ after, dueOn, result }) => [
        ...[after, dueOn, result],
      ]);
    expect(await days(winter)).toEqual([
      [30, '2027-03-29', null],
      [90, '2027-05-28', null],
    ]);
    // The night in which the clock is put forward, and the hour before it.
    expect(await days('2027-03-28T00:30:00Z')).toEqual([
      [30, '2027-04-27', null],
      [90, '2027-06-26', null],
    ]);
    expect(await days('2027-03-27T22:30:00Z')).toEqual([
      [30, '2027-04-26', null],
      [90, '2027-06-25', null],
    ]);
    // Half past midnight in summer is half past ten the day before in UTC.
    expect((await days('2027-06-30T22:30:00Z'))[0]).toEqual([30, '2027-07-31', null]);
  });

  it('makes it the standard when both held, in one step with the last [ACT-26]', async () => {
    const { house, people } = world;
    const task = await worked();
    const held = await answer(month, task, 0, { note: 'De baliemap helpt' });
    expect(held).toMatchObject({ state: 'effect_checked', revision: task.revision + 1 });
    expect(held.holdingChecks[0]).toEqual({
      ...task.holdingChecks[0],
      result: 'held',
      doneAt: '2027-03-29T08:00:00.000Z',
      doneBy: { id: people.member.actor.id, name: 'Sanne' },
      observation: 'Nog steeds stil',
      note: 'De baliemap helpt',
    });
    const standard = await answer(season, held, 1, {}, people.manager.actor);
    expect(standard).toMatchObject({ state: 'standard', revision: task.revision + 2 });
    expect(await taskOnBoard(house, task)).toMatchObject({ state: 'standard' });
    const { events } = await readTask(house, people.coach.actor, task.id);
    expect(events.slice(-2)).toMatchObject([
      { kind: 'holding', actor: { name: 'Sanne' }, data: { held: true, after: 30 } },
      {
        kind: 'holding',
        actor: { name: 'Marieke' },
        data: { after: 90, state: { from: 'effect_checked', to: 'standard' } },
      },
    ]);
    expect(events.at(-2)?.data).not.toHaveProperty('state');
  });

  it('brings it back to work when it slipped, with all that went before [ACT-27]', async () => {
    const { house, people } = world;
    const task = await worked();
    const checkId = idOf(task, 0);
    const back = await answer(month, task, 0, { held: false, note: 'De map was zoek' });
    expect(back).toMatchObject({ state: 'doing', learned: task.learned, outcome: 'worked' });
    expect(back.holdingChecks.map(({ result }) => result)).toEqual(['relapsed', 'cancelled']);
    expect(await taskOnBoard(house, task)).toMatchObject({ state: 'doing' });
    const { events } = await readTask(house, people.member.actor, task.id);
    expect(events.map(({ kind }) => kind)).toEqual(['confirmed', 'changed', 'effect', 'holding']);
    expect(events.at(-1)?.data).toEqual({
      ...{ checkId, after: 30, dueOn: '2027-03-29', held: false, note: 'De map was zoek' },
      ...{ ...seen, expectedWords: 'Niemand belt meer na' },
      state: { from: 'effect_checked', to: 'doing' },
    });
    const audit = await house.db.audit.findMany({ where: { subject: task.id } });
    expect(audit.map(({ deed }) => deed)).toContain('task.holding');
  });

  it('asks anew after the next round, and keeps the rounds before [ACT-27]', async () => {
    const { people } = world;
    const { actor } = people.member;
    const first = await answer(month, await worked(), 0, { held: false });
    const done = await changeTask(at(month), actor, first.id, {
      ...{ revision: first.revision, state: 'done' },
    });
    const again = await checkEffect(at('2027-04-30T10:00:00Z'), actor, done.id, {
      ...{ outcome: 'worked', learned: 'Twee mappen', ...seen },
    });
    expect(again.holdingChecks.map(({ dueOn, result }) => [dueOn, result])).toEqual([
      ['2027-03-29', 'relapsed'],
      ['2027-05-28', 'cancelled'],
      ['2027-05-30', null],
      ['2027-07-29', null],
    ]);
    const held = await answer('2027-05-30T10:00:00Z', again, 2);
    expect(held.state).toBe('effect_checked');
    expect((await answer('2027-08-01T10:00:00Z', held, 3)).state).toBe('standard');
  });

  it('reopening by hand cancels what was to come [ACT-27]', async () => {
    const task = await worked();
    const { revision, id } = task;
    const back = await changeTask(at(month), world.people.member.actor, id, {
      ...{ revision, state: 'doing' },
    });
    expect(back.holdingChecks.map(({ result }) => result)).toEqual(['cancelled', 'cancelled']);
    await expect(answer(season, { ...back, revision: back.revision }, 0)).rejects.toEqual(
      refused('invalid', 'held'),
    );
  });

  it('is not answered before its day, unless it slipped; and once [ACT-25]', async () => {
    const task = await worked();
    await expect(answer('2027-03-28T09:59:00Z', task, 0)).rejects.toEqual(
      refused('invalid', 'held'),
    );
    const held = await answer('2027-03-28T22:01:00Z', task, 0); // it is the 29th there
    await expect(answer(month, held, 0)).rejects.toEqual(refused('invalid', 'held'));
    const slipped = await answer('2027-03-30T08:00:00Z', held, 1, { held: false });
    expect(slipped.state).toBe('doing');
    await expect(answer(season, slipped, 1)).rejects.toEqual(refused('invalid', 'held'));
  });

  it('needs the reading, which goes into the measure, and says whether it is still reached [ACT-25]', async () => {
    const { house, people } = world;
    const effect = { measure: measureId, expected: 10, checkOn: '2027-03-15' };
    const task = await newWorkedTask(at(winter), people.member.actor, boardId, { effect });
    const input = { observation: undefined, reading: undefined };
    await expect(answer(month, task, 0, input)).rejects.toEqual(refused('incomplete', 'reading'));
    const held = await answer(month, task, 0, { ...input, reading: 9 });
    expect(held.holdingChecks[0]).toMatchObject({ reading: 9, reached: true });
    const back = await answer(season, held, 1, { ...input, held: false, reading: 14 });
    expect(back.holdingChecks[1]).toMatchObject({ result: 'relapsed', reached: false });
    const measures = await listMeasures(house, people.member.actor, people.teamId);
    const readings = measures.find(({ id }) => id === measureId)?.readings ?? [];
    expect(readings.map(({ at: day, value }) => [day, value])).toEqual([
      ['2027-02-27', 8],
      ['2027-03-29', 9],
      ['2027-05-28', 14],
    ]);
    const observed = await worked();
    await expect(answer(month, observed, 0, { observation: undefined })).rejects.toEqual(
      refused('incomplete', 'observation'),
    );
  });

  it('happens once when two people answer at the same moment [ACT-7]', async () => {
    const { house, people } = world;
    for (const elsewhere of [undefined, anotherNode(house)]) {
      const task = await worked();
      const input = { revision: task.revision, held: true, ...seen };
      const ids = { taskId: task.id, checkId: idOf(task, 0) };
      const settled = await Promise.allSettled([
        answerHolding(at(month), people.member.actor, ids, input),
        answerHolding(at(month, elsewhere?.house), people.manager.actor, ids, {
          ...{ ...input, held: false },
        }),
      ]);
      await elsewhere?.stop();
      const won = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(won).toHaveLength(1);
      expect(lost).toEqual([refused('conflict')]);
      expect(lost[0]).toMatchObject({ current: won[0] });
      const { events } = await readTask(house, people.member.actor, task.id);
      expect(events.filter(({ kind }) => kind === 'holding')).toHaveLength(1);
    }
  });

  it('tells whoever was too late what stands now [ACT-7]', async () => {
    const task = await worked();
    const current = await answer(month, task, 0);
    await expect(answer(month, task, 1, { held: false })).rejects.toMatchObject({
      ...{ code: 'conflict', current },
    });
  });

  it('leaves nothing behind when the document log takes no row', async () => {
    const { house, people } = world;
    const task = await worked();
    const failed = whileLogFails(house.db, () => answer(month, task, 0, { held: false }));
    await expect(failed).rejects.toThrow('the log takes no row');
    house.takeLogged();
    expect(await readTask(house, people.member.actor, task.id)).toMatchObject(task);
    expect(await house.db.learning.count({ where: { taskId: task.id, kind: 'relapse' } })).toBe(0);
  });

  it('is for members, managers and whoever owns it, and of this task alone [ACT-25]', async () => {
    const { house, people } = world;
    const task = await worked();
    for (const [actor, code] of [
      [people.coach.actor, 'no-right'],
      [people.outsider.actor, 'not-found'],
      [people.admin.actor, 'not-found'],
      [people.removed.actor, 'not-found'],
    ] as const) {
      await expect(answer(month, task, 0, {}, actor)).rejects.toEqual(refused(code));
    }
    const other = await worked();
    const strange = { ...task, holdingChecks: other.holdingChecks };
    await expect(answer(month, strange, 0)).rejects.toEqual(refused('not-found'));
    await house.db.task.update({
      where: { id: task.id },
      data: { ownerId: people.removed.actor.id },
    });
    expect(await answer(month, task, 0, {}, people.removed.actor)).toMatchObject({
      state: 'effect_checked',
    });
  });
});

describe('what did not work in full', () => {
  const world = useSettledHouse();

  it('is not looked at again [ACT-24]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id: boardId } = await newBoard(house, actor, people.teamId, { template: 'action' });
    for (const outcome of ['partly', 'didnt'] as const) {
      const { id } = await newDoneTask(house, actor, boardId);
      const learned = 'Te vroeg gekeken';
      const checked = await checkEffect(house, actor, id, {
        ...{ outcome, observation: 'Nog druk', learned },
      });
      expect(checked).toMatchObject({ state: 'effect_checked', holdingChecks: [] });
    }
    const { holdingChecks } = await newTask(house, actor, boardId);
    expect(holdingChecks).toEqual([]);
  });
});
