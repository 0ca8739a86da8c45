import { describe, expect, it } from 'vitest';
import { binBoard } from '#server/boards/bin-board.ts';
import { emptyBin } from '#server/boards/empty-bin.ts';
import { listBoards } from '#server/boards/list-boards.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { restoreBoard } from '#server/boards/restore-board.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newInvite, newNote, newSnapshot, newTask } from '#tests/support/builders.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('the bin', () => {
  const world = useSettledHouse();
  const idsOf = async (binned: boolean) => {
    const { house, people } = world;
    const boards = await listBoards(house, people.member.actor, { teamId: people.teamId, binned });
    return boards.map(({ id }) => id);
  };

  it('takes a board out of sight, and gives it back as it was', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newBoard(house, actor, people.teamId);
    await newNote(house, actor, id, 'Blijft bewaard');
    await binBoard(house, actor, id);
    expect(await idsOf(false)).not.toContain(id);
    expect(await idsOf(true)).toEqual([id]);
    await expect(readBoard(house, actor, id)).rejects.toEqual(refused('not-found'));
    await expect(newNote(house, actor, id)).rejects.toEqual(refused('not-found'));
    expect(await restoreBoard(house, actor, id)).toMatchObject({ id, binnedAt: null });
    expect(await idsOf(true)).toEqual([]);
    const { notes } = await readDocument(house, actor, id);
    expect(notes.map(({ text }) => text)).toEqual(['Blijft bewaard']);
    const deeds = await house.db.audit.findMany({ where: { subject: id }, orderBy: { at: 'asc' } });
    expect(deeds.map(({ deed }) => deed)).toEqual(['board.add', 'board.bin', 'board.restore']);
  });

  it('is for members and managers', async () => {
    const { house, people } = world;
    const { id } = await newBoard(house, people.member.actor, people.teamId);
    await expect(binBoard(house, people.coach.actor, id)).rejects.toEqual(refused('no-right'));
    await binBoard(house, people.manager.actor, id);
    await expect(restoreBoard(house, people.coach.actor, id)).rejects.toEqual(refused('no-right'));
    await expect(restoreBoard(house, people.outsider.actor, id)).rejects.toEqual(
      refused('not-found'),
    );
    await restoreBoard(house, people.member.actor, id);
  });

  it('is emptied after 30 days, with everything that hangs from the board', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newBoard(house, actor, people.teamId);
    await newInvite(house, actor, id);
    await newSnapshot(house, actor, id);
    const kept = await newBoard(house, actor, people.teamId);
    await binBoard(house, actor, id);
    house.time.pass(30 * DAY_MS);
    expect(await emptyBin(house)).toBe(0);
    house.time.pass(1);
    expect(await emptyBin(house)).toBe(1);
    expect(await idsOf(true)).toEqual([]);
    expect(await idsOf(false)).toContain(kept.id);
    const where = { where: { boardId: id } };
    expect(await house.db.boardUpdate.count(where)).toBe(0);
    expect(await house.db.snapshot.count(where)).toBe(0);
    expect(await house.db.invite.count(where)).toBe(0);
    await expect(restoreBoard(house, actor, id)).rejects.toEqual(refused('not-found'));
  });

  it('keeps a board with tasks, because promises outlive it', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newBoard(house, actor, people.teamId);
    const task = await newTask(house, actor, id);
    await binBoard(house, actor, id);
    house.time.pass(400 * DAY_MS);
    expect(await emptyBin(house)).toBe(0);
    expect(await readTask(house, actor, task.id)).toMatchObject({ boardId: id });
    await restoreBoard(house, actor, id);
  });
});
