import { beforeAll, describe, expect, it } from 'vitest';
import { changeAction } from '#board/actions.ts';
import { asBoardId } from '#board/ids.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import { addComment } from '#server/comments/add-comment.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { declineTask } from '#server/tasks/decline-task.ts';
import { listTasks } from '#server/tasks/list-tasks.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newProposal, newTask } from '#tests/support/builders.ts';
import type { Person } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('a buddy [ACT-43]', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    const template = 'action' as const;
    boardId = (await newBoard(house, people.member.actor, people.teamId, { template })).id;
  });

  const named = ({ actor: { id, name } }: Person) => ({ id, name });
  const withBuddy = ({ actor }: Person) =>
    newTask(world.house, world.people.member.actor, boardId, { buddy: actor.id });
  /** Somebody of another team comes in by a link; answers how it is taken back. */
  async function letIn({ actor }: Person): Promise<() => Promise<unknown>> {
    const { house, people } = world;
    const id = crypto.randomUUID();
    await house.db.invite.create({
      data: {
        ...{ id, boardId, access: 'view', hash: id, createdById: people.member.actor.id },
        passes: { create: { id, boardId, userId: actor.id } },
      },
    });
    return () => house.db.invite.update({ where: { id }, data: { revokedAt: house.clock() } });
  }

  it('is confirmed with the promise, and shown by name', async () => {
    const { house, people } = world;
    const task = await withBuddy(people.coach);
    expect(task.buddy).toEqual(named(people.coach));
    expect(await taskOnBoard(house, task)).toMatchObject({ buddy: named(people.coach) });
    const { events } = await readTask(house, people.member.actor, task.id);
    expect(events[0]?.data).toMatchObject({ buddy: named(people.coach) });
    const alone = await newTask(house, people.member.actor, boardId);
    expect(alone.buddy).toBeNull();
    expect(await taskOnBoard(house, alone)).not.toHaveProperty('buddy');
  });

  it('is somebody else, who sees the board, also when the document says otherwise', async () => {
    const { house, people } = world;
    const { member, outsider } = people;
    const ask = (buddy: string) => newProposal(house, member.actor, boardId, { buddy });
    await expect(ask(outsider.actor.id)).rejects.toEqual(refused('invalid', 'buddy'));
    await expect(ask('me')).rejects.toEqual(refused('invalid', 'buddy'));
    await expect(ask('nobody')).rejects.toEqual(refused('invalid', 'buddy'));
    const { actionId } = await newProposal(house, member.actor, boardId);
    await house.documents.change(asBoardId(boardId), async () => ({
      result: undefined,
      apply: (board) => changeAction(board, actionId, { buddy: named(outsider) }),
    }));
    const confirmed = confirmAction(house, member.actor, { boardId, actionId });
    await expect(confirmed).rejects.toEqual(refused('invalid', 'buddy'));
  });

  it('of another team sees it and comments, moves nothing, and only while they see the board', async () => {
    const { house, people } = world;
    const { actor } = people.outsider;
    const takeBack = await letIn(people.outsider);
    const { id } = await withBuddy(people.outsider);
    const helping = () => listTasks(house, actor, { limit: 50, buddy: 'me' });
    expect((await helping()).items.map((task) => task.id)).toEqual([id]);
    expect((await readTask(house, actor, id)).buddy).toEqual(named(people.outsider));
    const said = await addComment(house, actor, { taskId: id }, { text: 'Ik denk mee' });
    expect(said.author).toEqual(named(people.outsider));
    const move = changeTask(house, actor, id, { revision: 1, state: 'doing' });
    await expect(move).rejects.toEqual(refused('no-right'));
    await takeBack();
    expect((await helping()).items).toEqual([]);
    await expect(readTask(house, actor, id)).rejects.toEqual(refused('not-found'));
  });

  it('may be another one or nobody later, which the story tells', async () => {
    const { house, people } = world;
    const { member, coach, manager } = people;
    const { id } = await withBuddy(coach);
    const change = (revision: number, buddy: string | null) =>
      changeTask(house, member.actor, id, { revision, buddy });
    expect((await change(1, manager.actor.id)).buddy).toEqual(named(manager));
    expect((await change(2, null)).buddy).toBeNull();
    await expect(change(3, member.actor.id)).rejects.toEqual(refused('invalid', 'buddy'));
    const { events } = await readTask(house, member.actor, id);
    expect(events.slice(1).map(({ data }) => data)).toEqual([
      { buddyId: { from: coach.actor.id, to: manager.actor.id } },
      { buddyId: { from: manager.actor.id, to: null } },
    ]);
  });

  it('who becomes the owner is no buddy any more', async () => {
    const { house, people } = world;
    const { member, manager } = people;
    const { id } = await withBuddy(manager);
    const owner = manager.actor.id;
    const handed = await changeTask(house, member.actor, id, { revision: 1, owner });
    expect(handed).toMatchObject({ owner: named(manager), buddy: null });
    const wish = { owner, buddy: member.actor.id };
    const given = await newTask(house, member.actor, boardId, wish);
    const back = await declineTask(house, manager.actor, given.id, {
      ...{ revision: 1, reason: 'Geen tijd' },
    });
    expect(back).toMatchObject({ owner: named(member), buddy: null });
  });
});
