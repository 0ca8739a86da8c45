import { beforeAll, describe, expect, it } from 'vitest';
import { taskStates } from '#board/facts.ts';
import { nextStates } from '#board/ladder.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('a task on the ladder', () => {
  const world = useSettledHouse();
  let id = '';

  beforeAll(async () => {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'action' });
    ({ id } = await newTask(house, people.member.actor, board.id));
  });

  it.each(taskStates)(
    'goes from %s where the ladder has a step, and nowhere else [ACT-4]',
    async (from) => {
      const { house, people } = world;
      for (const to of taskStates) {
        const { revision } = await house.db.task.update({ where: { id }, data: { state: from } });
        const move = changeTask(house, people.member.actor, id, { revision, state: to });
        if (to === from || nextStates(from).includes(to)) {
          expect(await move).toMatchObject({ state: to, revision: revision + 1 });
        } else {
          await expect(move).rejects.toEqual(refused('invalid', 'state'));
        }
      }
    },
  );

  it('is never moved to an effect that nobody checked [ACT-5]', async () => {
    const { house, people } = world;
    for (const from of taskStates) {
      if (from === 'effect_checked') continue;
      const { revision } = await house.db.task.update({ where: { id }, data: { state: from } });
      const move = changeTask(house, people.member.actor, id, {
        revision,
        state: 'effect_checked',
      });
      await expect(move).rejects.toEqual(refused('invalid', 'state'));
    }
  });
});
