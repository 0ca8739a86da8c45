import { beforeAll, describe, expect, it } from 'vitest';
import { isEmptyDiff } from '#board/diff.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { diffSnapshots } from '#server/snapshots/diff-snapshots.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newMeasure, newNote, newSnapshot, newTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('what changed between snapshots', () => {
  const world = useSettledHouse();
  const ids: string[] = [];
  let taskId = '';

  beforeAll(async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const measure = await newMeasure(house, actor, people.teamId);
    const { id: boardId } = await newBoard(house, actor, people.teamId);
    const keep = async () => ids.push((await newSnapshot(house, actor, boardId)).id);
    await newNote(house, actor, boardId, 'een');
    await keep();
    await newNote(house, actor, boardId, 'twee');
    const task = await newTask(house, actor, boardId);
    taskId = task.id;
    await keep();
    await changeTask(house, actor, taskId, { revision: 1, state: 'doing', due: '2027-01-01' });
    await addReading(house, actor, measure.id, { at: '2026-11-23', value: 12 });
    await keep();
  });

  const diff = (to: string | undefined, from?: string) =>
    diffSnapshots(world.house, world.people.coach.actor, { to: to ?? '', from });

  it('is told since the one before', async () => {
    const second = await diff(ids[1]);
    expect(second.notesAdded.map(({ text }) => text)).toEqual(['twee']);
    expect(second.actionsMoved).toEqual([
      expect.objectContaining({ from: 'proposal', to: 'agreed' }),
    ]);
    const third = await diff(ids[2]);
    expect(third.notesAdded).toEqual([]);
    expect(third.actionsMoved).toEqual([expect.objectContaining({ from: 'agreed', to: 'doing' })]);
    expect(third.duesMoved).toEqual([
      expect.objectContaining({ from: '2026-12-11', to: '2027-01-01' }),
    ]);
    expect(third.readings).toEqual([expect.objectContaining({ at: '2026-11-23', value: 12 })]);
  });

  it('is everything in the first', async () => {
    expect((await diff(ids[0])).notesAdded.map(({ text }) => text)).toEqual(['een']);
  });

  it('is told since any other of the board', async () => {
    const since = await diff(ids[2], ids[0]);
    expect(since.notesAdded.map(({ text }) => text)).toEqual(['twee']);
    expect(since.actionsMoved).toEqual([
      expect.objectContaining({ from: 'proposal', to: 'doing' }),
    ]);
    expect((await diff(ids[0], ids[2])).notesRemoved.map(({ text }) => text)).toEqual(['twee']);
    expect(isEmptyDiff(await diff(ids[1], ids[1]))).toBe(true);
  });

  it('is not told between two boards', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const mine = await newBoard(house, actor, people.teamId, { template: 'pdca' });
    const other = await newSnapshot(house, actor, mine.id);
    await expect(diff(ids[0], other.id)).rejects.toEqual(refused('invalid', 'from'));
    const { outsider, otherTeamId } = people;
    const theirs = await newBoard(house, outsider.actor, otherTeamId, { template: 'pdca' });
    const closed = await newSnapshot(house, outsider.actor, theirs.id);
    await expect(diff(ids[0], closed.id)).rejects.toEqual(refused('not-found'));
    await expect(diff(ids[0], 'none')).rejects.toEqual(refused('not-found'));
  });
});
