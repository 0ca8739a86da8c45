import { beforeAll, expect, it } from 'vitest';
import type { TaskView } from '#board/api/tasks.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { whileLogFails } from '#tests/support/failing-log.ts';
import { anotherNode } from '#tests/support/house.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('changing a task', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });

  const task = () => newTask(world.house, world.people.member.actor, boardId);
  const rowsOf = async ({ id }: TaskView) => ({
    events: await world.house.db.taskEvent.findMany({
      where: { taskId: id },
      orderBy: { at: 'asc' },
    }),
    audit: await world.house.db.audit.findMany({ where: { subject: id }, orderBy: { at: 'asc' } }),
  });

  it('raises the revision and leaves what was not named', async () => {
    const { house, people } = world;
    const before = await task();
    const after = await changeTask(house, people.manager.actor, before.id, {
      revision: 1,
      due: '2026-12-18',
    });
    expect(after).toEqual({ ...before, due: '2026-12-18', revision: 2 });
  });

  it('writes what each field was and became, in the story and in the audit', async () => {
    const { house, people } = world;
    const { id, title } = await task();
    const change = { state: 'doing' as const, title: ` ${title}!`, due: '2026-12-11' };
    const after = await changeTask(house, people.manager.actor, id, { revision: 1, ...change });
    const data = {
      state: { from: 'agreed', to: 'doing' },
      title: { from: title, to: ` ${title}!` },
    };
    const { events, audit } = await rowsOf(after);
    expect(events).toEqual([
      expect.objectContaining({ kind: 'confirmed' }),
      expect.objectContaining({ kind: 'changed', actorId: people.manager.actor.id, data }),
    ]);
    expect(audit).toEqual([
      expect.objectContaining({ deed: 'action.confirm' }),
      expect.objectContaining({ deed: 'task.changed', actor: people.manager.actor.id, data }),
    ]);
    const story = await readTask(house, people.coach.actor, id);
    expect(story.events.map(({ kind, actor }) => [kind, actor.name])).toEqual([
      ['confirmed', 'Sanne'],
      ['changed', 'Marieke'],
    ]);
  });

  it('is followed by the fact on the board', async () => {
    const { house, people } = world;
    const before = await task();
    const after = await changeTask(house, people.member.actor, before.id, {
      revision: 1,
      state: 'doing',
      due: '2027-02-01',
      owner: people.manager.actor.id,
    });
    expect(await taskOnBoard(house, after)).toMatchObject({
      taskId: after.id,
      state: 'doing',
      due: '2027-02-01',
      owner: { id: people.manager.actor.id, name: 'Marieke' },
      revision: 2,
    });
  });

  it('tells whoever was too late what stands now [ACT-7]', async () => {
    const { house, people } = world;
    const { id } = await task();
    const current = await changeTask(house, people.manager.actor, id, {
      revision: 1,
      state: 'doing',
    });
    for (const revision of [1, 0, 3, 2 ** 40]) {
      const late = changeTask(house, people.member.actor, id, { revision, state: 'done' });
      await expect(late).rejects.toMatchObject({ code: 'conflict', current });
    }
    expect(await readTask(house, people.member.actor, id)).toMatchObject(current);
  });

  it('lets one of two changes at the same moment through [ACT-7]', async () => {
    const { house, people } = world;
    for (const elsewhere of [undefined, anotherNode(house)]) {
      const before = await task();
      const settled = await Promise.allSettled([
        changeTask(house, people.member.actor, before.id, { revision: 1, state: 'doing' }),
        changeTask(elsewhere?.house ?? house, people.manager.actor, before.id, {
          revision: 1,
          state: 'done',
        }),
      ]);
      await elsewhere?.stop();
      const won = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(won).toHaveLength(1);
      expect(lost).toEqual([refused('conflict')]);
      expect(lost[0]).toMatchObject({ current: won[0] });
      expect((await rowsOf(before)).events).toHaveLength(2);
    }
  });

  it('leaves nothing behind when the document log takes no row [ACT-7]', async () => {
    const { house, people } = world;
    const before = await task();
    const { id } = before;
    const rows = await rowsOf(before);
    const failed = whileLogFails(house.db, () =>
      changeTask(house, people.member.actor, id, { revision: 1, state: 'done' }),
    );
    await expect(failed).rejects.toThrow('the log takes no row');
    expect(await rowsOf(before)).toEqual(rows);
    expect(await readTask(house, people.member.actor, id)).toMatchObject(before);
    expect(await taskOnBoard(house, before)).toMatchObject({ state: 'agreed', revision: 1 });
    expect(house.takeLogged()).toEqual([]);
    const after = await changeTask(house, people.member.actor, id, { revision: 1, state: 'done' });
    expect(await taskOnBoard(house, after)).toMatchObject({ state: 'done', revision: 2 });
  });

  it('gives it to somebody of the team alone', async () => {
    const { house, people } = world;
    const { id } = await task();
    for (const owner of [people.outsider.actor.id, people.removed.actor.id, 'none']) {
      const change = changeTask(house, people.member.actor, id, { revision: 1, owner });
      await expect(change).rejects.toEqual(refused('invalid', 'owner'));
    }
    const mine = await changeTask(house, people.manager.actor, id, { revision: 1, owner: 'me' });
    expect(mine.owner.id).toBe(people.manager.actor.id);
  });

  it('is for members, managers and whoever owns it', async () => {
    const { house, people } = world;
    const { id } = await task();
    for (const [actor, code] of [
      [people.coach.actor, 'no-right'],
      [people.outsider.actor, 'not-found'],
      [people.admin.actor, 'not-found'],
      [{ kind: 'guest', id: 'g', name: 'G' }, 'sign-in'],
    ] as const) {
      const change = changeTask(house, actor, id, { revision: 1, state: 'doing' });
      await expect(change).rejects.toEqual(refused(code));
    }
    await house.db.task.update({ where: { id }, data: { ownerId: people.removed.actor.id } });
    const own = await changeTask(house, people.removed.actor, id, { revision: 1, state: 'doing' });
    expect(own).toMatchObject({ state: 'doing' });
  });
});
