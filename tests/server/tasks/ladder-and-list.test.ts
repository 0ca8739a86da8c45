import { beforeAll, describe, expect, it } from 'vitest';
import type { TasksQuery } from '#board/api/tasks.ts';
import { taskStates } from '#board/facts.ts';
import { nextStates } from '#board/ladder.ts';
import type { Actor } from '#server/auth/actor.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { listTasks } from '#server/tasks/list-tasks.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

describe('the task list', () => {
  let boardId = '';
  const made: string[] = [];

  beforeAll(async () => {
    const { house, people } = world;
    const { actor } = people.member;
    boardId = (await newBoard(house, actor, people.teamId, { template: 'action' })).id;
    // Three fall due on one day, so that their order is decided by something else.
    for (const due of ['2027-03-01', '2027-01-01', '2027-02-01', '2027-02-01', '2027-02-01'])
      made.push((await newTask(house, actor, boardId, { due })).id);
    const other = await newBoard(house, people.outsider.actor, people.otherTeamId, {
      template: 'action',
    });
    await newTask(house, people.outsider.actor, other.id);
    await changeTask(house, people.manager.actor, made[0] ?? '', { revision: 1, owner: 'me' });
    await changeTask(house, people.manager.actor, made[1] ?? '', { revision: 1, state: 'done' });
  });

  const list = async (query: Partial<TasksQuery> = {}, actor: Actor = world.people.member.actor) =>
    (await listTasks(world.house, actor, { limit: 50, ...query })).items;
  const ids = async (query: Partial<TasksQuery> = {}, actor?: Actor) =>
    (await list(query, actor)).map(({ id }) => id).sort();

  it('holds the tasks of my teams, by due date', async () => {
    const tasks = await list();
    expect(tasks.map(({ id }) => id).sort()).toEqual([...made].sort());
    expect(tasks.map(({ due }) => due)).toEqual(tasks.map(({ due }) => due).sort());
    expect(await list({}, world.people.admin.actor)).toEqual([]);
    expect(await list({}, world.people.removed.actor)).toEqual([]);
    expect(await list({}, world.people.outsider.actor)).toHaveLength(1);
  });

  it('can be narrowed by team, board, owner and state', async () => {
    const { people } = world;
    const [first = '', second = '', ...others] = made;
    expect(await ids({ team: people.teamId })).toEqual([...made].sort());
    expect(await ids({ board: boardId })).toEqual([...made].sort());
    expect(await ids({ owner: people.manager.actor.id })).toEqual([first]);
    expect(await ids({ owner: 'me' }, people.manager.actor)).toEqual([first]);
    expect(await ids({ state: 'done' })).toEqual([second]);
    expect(await ids({ owner: 'me', state: 'agreed' })).toEqual(others.sort());
  });

  it('shows nothing of a team that is closed to me, whatever I ask for', async () => {
    const { house, people } = world;
    for (const actor of [people.outsider.actor, people.removed.actor]) {
      const asked = listTasks(house, actor, { limit: 50, team: people.teamId });
      await expect(asked).rejects.toEqual(refused('not-found'));
      expect(await ids({ board: boardId }, actor)).toEqual([]);
      expect(await ids({ owner: people.member.actor.id }, actor)).toEqual([]);
      expect(await ids({ cursor: made[0] ?? '' }, actor)).not.toEqual(
        expect.arrayContaining(made.slice(0, 1)),
      );
    }
  });

  it('comes in pages that miss nothing and repeat nothing', async () => {
    const { house, people } = world;
    const all = (await list()).map(({ id }) => id);
    for (const limit of [1, 2, 4, 5]) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const query = { limit, ...(cursor === undefined ? {} : { cursor }) };
        const page = await listTasks(house, people.member.actor, query);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(all);
    }
    expect(await list({ cursor: 'none' })).toEqual([]);
  });

  it('keeps what somebody promised theirs to see, also after they left', async () => {
    const { house, people } = world;
    const [first = ''] = made;
    await house.db.task.update({
      where: { id: first },
      data: { ownerId: people.removed.actor.id },
    });
    expect(await ids({}, people.removed.actor)).toEqual([first]);
    expect(await ids({ owner: 'me' }, people.removed.actor)).toEqual([first]);
  });
});

describe('a task on the ladder', () => {
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
        const move = changeTask(house, people.member.actor, id, {
          ...{ revision, state: to, reason: 'De leverancier doet het zelf' },
        });
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
