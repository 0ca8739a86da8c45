import { beforeAll, describe, expect, it } from 'vitest';
import { taskStates } from '#board/facts.ts';
import { readMeasure } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { listMeasures } from '#server/measures/list-measures.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newDoneTask, newMeasure } from '#tests/support/builders.ts';
import { whileLogFails } from '#tests/support/failing-log.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('checking the effect', () => {
  const world = useSettledHouse();
  let boardId = '';
  let measureId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
    measureId = (await newMeasure(house, people.member.actor, people.teamId)).id;
  });

  const observed = () => newDoneTask(world.house, world.people.member.actor, boardId);
  const measured = () =>
    newDoneTask(world.house, world.people.member.actor, boardId, {
      effect: { measure: measureId, expected: 10, checkOn: '2027-01-15' },
    });
  const readings = async () => {
    const { house, people } = world;
    const measures = await listMeasures(house, people.member.actor, people.teamId);
    return measures.find(({ id }) => id === measureId)?.readings ?? [];
  };
  const learned = 'Bellen werkt beter dan schrijven';

  it('closes the task by what it brought, and shows it on the board', async () => {
    const { house, people } = world;
    const task = await observed();
    const checked = await checkEffect(house, people.manager.actor, task.id, {
      outcome: 'worked',
      observation: 'Twee weken geen enkel telefoontje',
      learned,
    });
    expect(checked).toEqual({
      ...task,
      state: 'effect_checked',
      outcome: 'worked',
      learned,
      holdingChecks: [expect.anything(), expect.anything()],
      revision: task.revision + 1,
    });
    expect(await taskOnBoard(house, task)).toMatchObject({
      state: 'effect_checked',
      outcome: 'worked',
    });
    const { events } = await readTask(house, people.member.actor, task.id);
    expect(events.at(-1)).toMatchObject({
      kind: 'effect',
      actor: { name: 'Marieke' },
      data: { outcome: 'worked', observation: 'Twee weken geen enkel telefoontje', learned },
    });
  });

  it('needs the reading of a measure, or what was seen [ACT-5]', async () => {
    const { house, people } = world;
    const [one, two] = [await measured(), await observed()];
    const check = (id: string, more: object) =>
      checkEffect(house, people.member.actor, id, { outcome: 'partly', learned, ...more });
    await expect(check(one.id, {})).rejects.toEqual(refused('incomplete', 'reading'));
    await expect(check(one.id, { observation: 'Het lijkt korter' })).rejects.toEqual(
      refused('incomplete', 'reading'),
    );
    await expect(check(two.id, {})).rejects.toEqual(refused('incomplete', 'observation'));
    await expect(check(two.id, { reading: 9 })).rejects.toEqual(
      refused('incomplete', 'observation'),
    );
    for (const { id } of [one, two])
      expect(await readTask(house, people.member.actor, id)).toMatchObject({ state: 'done' });
  });

  it('puts the reading into the measure, on the board too', async () => {
    const { house, people } = world;
    const { id } = await measured();
    const before = (await readings()).length;
    await checkEffect(house, people.member.actor, id, { outcome: 'worked', reading: 0, learned });
    expect((await readings()).slice(before)).toMatchObject([
      {
        id: expect.any(String),
        at: house.clock().toISOString().slice(0, 10),
        value: 0,
        by: { id: people.member.actor.id, name: 'Sanne' },
      },
    ]);
    const shown = await house.documents.read(asBoardId(boardId), (board) =>
      readMeasure(board, measureId),
    );
    expect(shown?.readings).toHaveLength(before + 1);
  });

  it('follows work that is done [ACT-5]', async () => {
    const { house, people } = world;
    const { id } = await observed();
    for (const state of taskStates) {
      if (state === 'done') continue;
      await house.db.task.update({ where: { id }, data: { state } });
      const check = checkEffect(house, people.member.actor, id, {
        outcome: 'worked',
        observation: 'Ja',
        learned,
      });
      await expect(check).rejects.toEqual(refused('invalid', 'outcome'));
    }
  });

  it('tells whoever was too late what stands now [ACT-7]', async () => {
    const { house, people } = world;
    const task = await observed();
    const input = { outcome: 'worked' as const, observation: 'Ja', learned };
    const { revision } = task;
    for (const wrong of [revision - 1, revision + 1, 2 ** 40]) {
      const late = checkEffect(house, people.member.actor, task.id, { ...input, revision: wrong });
      await expect(late).rejects.toMatchObject({ code: 'conflict', current: task });
    }
    const current = await changeTask(house, people.manager.actor, task.id, {
      revision,
      state: 'doing',
    });
    const late = checkEffect(house, people.member.actor, task.id, { ...input, revision });
    await expect(late).rejects.toMatchObject({ code: 'conflict', current });
  });

  it('happens once when two people do it at the same moment [ACT-7]', async () => {
    const { house, people } = world;
    const task = await measured();
    const before = (await readings()).length;
    const settled = await Promise.allSettled(
      [people.member, people.manager].map(({ actor }) =>
        checkEffect(house, actor, task.id, { outcome: 'worked', reading: 8, learned }),
      ),
    );
    const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(lost).toEqual([refused('conflict')]);
    expect(await readings()).toHaveLength(before + 1);
  });

  it('leaves nothing behind when the document log takes no row', async () => {
    const { house, people } = world;
    const task = await measured();
    const before = (await readings()).length;
    const failed = whileLogFails(house.db, () =>
      checkEffect(house, people.member.actor, task.id, { outcome: 'worked', reading: 8, learned }),
    );
    await expect(failed).rejects.toThrow('the log takes no row');
    house.takeLogged();
    expect(await readTask(house, people.member.actor, task.id)).toMatchObject(task);
    expect(await readings()).toHaveLength(before);
    expect(await taskOnBoard(house, task)).toMatchObject({ state: 'done' });
  });
});
