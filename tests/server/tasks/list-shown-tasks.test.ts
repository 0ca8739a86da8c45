import { beforeAll, describe, expect, it } from 'vitest';
import { changeTask } from '#server/tasks/change-task.ts';
import { listShownTasks } from '#server/tasks/list-shown-tasks.ts';
import { newBoard, newTask, newWorkedTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();
const MANY_CLOSED = 130;

describe('the tasks of a page', () => {
  const made: Record<'late' | 'holds' | 'soon' | 'dropped', string> = {
    ...{ late: '', holds: '', soon: '', dropped: '' },
  };

  beforeAll(async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id: boardId } = await newBoard(house, actor, people.teamId, { template: 'action' });
    made.soon = (await newTask(house, actor, boardId, { due: '2027-03-01' })).id;
    made.holds = (await newWorkedTask(house, actor, boardId, { due: '2027-02-01' })).id;
    made.late = (await newTask(house, actor, boardId)).id;
    made.dropped = (await newTask(house, actor, boardId)).id;
    for (const [id, due] of [
      [made.late, '2026-01-01'],
      [made.dropped, '2025-01-01'],
    ]) {
      await house.db.task.update({ where: { id: id ?? '' }, data: { due: due ?? '' } });
    }
    // Years of what is over, all due before anything that is open.
    const one = await house.db.task.findUniqueOrThrow({ where: { id: made.dropped } });
    await house.db.task.createMany({
      data: Array.from({ length: MANY_CLOSED }, (_, at) => ({
        ...one,
        ...{ id: `old-${at}`, actionId: `old-${at}`, state: 'standard' as const },
        updatedAt: new Date('2025-06-01'),
      })),
    });
    const reason = 'Niet meer nodig';
    const drop = { revision: 1, state: 'dropped' as const, reason };
    await changeTask(house, actor, made.dropped, drop);
  });

  it('are all that ask for something, the nearest first, then the newest that are over', async () => {
    const { house, people } = world;
    const shown = await listShownTasks(house, people.member.actor, { team: people.teamId });
    const { late, holds, soon, dropped } = made;
    expect(shown.slice(0, 4).map(({ id }) => id)).toEqual([late, holds, soon, dropped]);
    expect(shown).toHaveLength(3 + 100);
  });

  it('are one’s own when asked for, and never those of a team that is closed to the asker', async () => {
    const { house, people } = world;
    const mine = await listShownTasks(house, people.coach.actor, { owner: 'me' });
    expect(mine).toEqual([]);
    const closed = listShownTasks(house, people.outsider.actor, { team: people.teamId });
    await expect(closed).rejects.toEqual(refused('not-found'));
  });
});
