import { beforeAll, expect, it } from 'vitest';
import type { TaskView } from '#board/api/tasks.ts';
import { answerHolding } from '#server/tasks/answer-holding.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newDoneTask, newMeasure, newWorkedTask } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { whileTableFails } from '#tests/support/failing-log.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('a step that fails half-way', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';
  let measureId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
    measureId = (await newMeasure(house, people.member.actor, people.teamId)).id;
  });

  const effect = () => ({ measure: measureId, expected: 10, checkOn: '2027-01-15' });
  const done = () =>
    newDoneTask(world.house, world.people.member.actor, boardId, { effect: effect() });
  const worked = () =>
    newWorkedTask(world.house, world.people.member.actor, boardId, { effect: effect() });
  /** Everything that the steps write. */
  const rowsOf = async ({ id }: TaskView) => {
    const { db } = world.house;
    return {
      story: await readTask(world.house, world.people.member.actor, id),
      shown: await taskOnBoard(world.house, { boardId, actionId: await actionOf(id) }),
      audit: await db.audit.count({ where: { subject: id } }),
      learnings: await db.learning.count({ where: { taskId: id } }),
      readings: await db.reading.count({ where: { measureId } }),
    };
  };
  const actionOf = async (id: string) =>
    (await world.house.db.task.findUniqueOrThrow({ where: { id } })).actionId;

  const tables = ['task', 'task_event', 'audit', 'reading', 'holding_check', 'learning'];
  const steps = {
    'the effect check': {
      make: done,
      take: (task: TaskView) =>
        checkEffect(world.house, world.people.member.actor, task.id, {
          ...{ outcome: 'worked', reading: 8, learned: 'Bellen', revision: task.revision },
        }),
      writes: [...tables, 'board_update'],
    },
    'a relapse': {
      make: worked,
      take: (task: TaskView) =>
        answerHolding(
          world.house,
          world.people.member.actor,
          { taskId: task.id, checkId: task.holdingChecks[0]?.id ?? '' },
          { revision: task.revision, held: false, reading: 14 },
        ),
      writes: [...tables, 'board_update'],
    },
    'reopening by hand': {
      make: worked,
      take: ({ id, revision }: TaskView) =>
        changeTask(world.house, world.people.member.actor, id, { revision, state: 'doing' }),
      writes: ['task', 'task_event', 'audit', 'holding_check', 'board_update'],
    },
  };

  it.each(Object.keys(steps) as (keyof typeof steps)[])(
    'leaves nothing behind, at whichever table, and can be taken again: %s [ACT-7] [ACT-27] [ACT-28]',
    async (name) => {
      const { make, take, writes } = steps[name];
      const task = await make();
      const before = await rowsOf(task);
      for (const table of writes) {
        const failed = whileTableFails(world.house.db, table, 'no row today', () => take(task));
        await expect(failed, table).rejects.toThrow('no row today');
        expect(await rowsOf(task), table).toEqual(before);
      }
      world.house.takeLogged();
      const after = await take(task);
      expect(after.revision).toBe(task.revision + 1);
      expect(await taskOnBoard(world.house, after)).toMatchObject({ state: after.state });
    },
  );
});
