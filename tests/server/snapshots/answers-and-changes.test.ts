import { beforeAll, describe, expect, it } from 'vitest';
import { addReviewInput } from '#board/api/reviews.ts';
import { isEmptyDiff } from '#board/diff.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { addReview } from '#server/reviews/add-review.ts';
import { diffSnapshots } from '#server/snapshots/diff-snapshots.ts';
import { readSnapshot } from '#server/snapshots/read-snapshot.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newMeasure, newNote, newSnapshot, newTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

describe('answering a snapshot', () => {
  let id = '';

  beforeAll(async () => {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    ({ id } = await newSnapshot(house, people.member.actor, board.id));
  });

  it('is done by managers and coaches [SNAP-4]', async () => {
    const { house, people } = world;
    const thanks = await addReview(house, people.manager.actor, id, {
      kind: 'thanks',
      text: 'Mooi',
    });
    const by = '2026-12-24';
    const help = await addReview(house, people.coach.actor, id, {
      kind: 'help',
      text: 'Ik bel',
      by,
    });
    expect(thanks).toMatchObject({
      kind: 'thanks',
      text: 'Mooi',
      by: null,
      author: { name: 'Marieke' },
    });
    expect(help).toMatchObject({ kind: 'help', by, author: { name: 'Kees' } });
    const { reviews, intact } = await readSnapshot(house, people.member.actor, id);
    expect(reviews).toEqual([thanks, help]);
    expect(intact).toBe(true);
    for (const [actor, code] of [
      [people.member.actor, 'no-right'],
      [people.outsider.actor, 'not-found'],
      [people.admin.actor, 'not-found'],
    ] as const) {
      const review = addReview(house, actor, id, { kind: 'thanks', text: 'Ik ook' });
      await expect(review).rejects.toEqual(refused(code));
    }
  });

  it('offers help by a date, or no help [SNAP-4]', () => {
    const fits = (input: object) => addReviewInput.safeParse({ text: 'Ik help', ...input });
    expect(fits({ kind: 'help', by: '2026-12-24' }).success).toBe(true);
    expect(fits({ kind: 'question' }).success).toBe(true);
    for (const by of [undefined, '', 'vrijdag', '2026-13-01']) {
      expect(fits({ kind: 'help', by }).error?.issues.map(({ path }) => path)).toEqual([['by']]);
    }
  });
});

describe('what changed between snapshots', () => {
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
