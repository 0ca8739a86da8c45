import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, earliestDay } from '#board/calendar.ts';
import { changeAction } from '#board/actions.ts';
import { asBoardId } from '#board/ids.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newProposal, newTask } from '#tests/support/builders.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('a day that has passed everywhere [ACT-31]', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });

  const today = () => earliestDay(world.house.clock());
  const yesterday = () => addDays(today(), -1);
  const effect = (checkOn: string) => ({ observation: 'Niemand belt', checkOn });

  it('is no day to propose, nor to look at the effect; one that lasts somewhere is', async () => {
    const { house, people } = world;
    const propose = (due: string, checkOn: string) =>
      newProposal(house, people.member.actor, boardId, { due, effect: effect(checkOn) });
    await expect(propose(yesterday(), yesterday())).rejects.toEqual(
      refused('invalid', 'due', 'effect.checkOn'),
    );
    expect(await propose(today(), today())).toMatchObject({ due: today() });
  });

  it('is no day to move a promise to, while one that passed may stay', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const task = await newTask(house, actor, boardId, { due: today(), effect: effect(today()) });
    const change = (input: object) =>
      changeTask(house, actor, task.id, { revision: task.revision, ...input });
    await expect(change({ due: yesterday() })).rejects.toEqual(refused('invalid', 'due'));
    await expect(change({ effect: { checkOn: yesterday() } })).rejects.toEqual(
      refused('invalid', 'effect.checkOn'),
    );
    house.time.pass(3 * DAY_MS);
    expect(await change({ due: task.due, title: 'Anders gezegd' })).toMatchObject({
      due: task.due,
    });
  });

  it('is asked for anew when a proposal waited too long', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const due = today();
    const { actionId } = await newProposal(house, actor, boardId, { due, effect: effect(due) });
    house.time.pass(3 * DAY_MS);
    const confirm = () => confirmAction(house, actor, { boardId, actionId });
    await expect(confirm()).rejects.toEqual(refused('incomplete', 'due', 'effect.checkOn'));
    await house.documents.change(asBoardId(boardId), async () => ({
      result: undefined,
      apply: (board) =>
        changeAction(board, actionId, { due: today(), effect: effect(addDays(today(), 30)) }),
    }));
    expect((await confirm()).task.due).toBe(today());
  });
});
