import { beforeEach, expect, it } from 'vitest';
import { binBoard } from '#server/boards/bin-board.ts';
import type { House } from '#server/house.ts';
import { changeRetention } from '#server/organisation/change-retention.ts';
import { readRetention } from '#server/organisation/read-retention.ts';
import { addReview } from '#server/reviews/add-review.ts';
import { listSnapshots } from '#server/snapshots/list-snapshots.ts';
import {
  readSnapshotDocument,
  readSnapshotState,
} from '#server/snapshots/read-snapshot-content.ts';
import { retireSnapshots } from '#server/snapshots/retire-snapshots.ts';
import { SnapshotThread } from '#server/snapshots/snapshot-work.ts';
import { takeDailySnapshots } from '#server/snapshots/take-daily-snapshots.ts';
import { verifyBoards } from '#server/verify/verify-boards.ts';
import { newBoard, newNote, newSnapshot } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { anotherNode } from '#tests/support/house.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const DAY_MS = 24 * 3600_000;

describeOnBothDatabases('keeping snapshots', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';

  beforeEach(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });

  /** A day later, in a house whose log tells the time by the database. */
  const laterBy = (days: number, house: House = world.house): House => {
    const at = new Date(Date.now() + days * DAY_MS);
    return { ...house, clock: () => at };
  };
  const list = () => listSnapshots(world.house, world.people.member.actor, boardId);

  it('takes one after a day with changes, once, and none after a day without [SNAP-5]', async () => {
    const { house, people } = world;
    await takeDailySnapshots(laterBy(1));
    expect(await list()).toEqual([]);
    await newNote(house, people.member.actor, boardId);
    await takeDailySnapshots(laterBy(0));
    expect(await list()).toEqual([]);
    const elsewhere = anotherNode(house);
    await Promise.all([
      takeDailySnapshots(laterBy(1)),
      takeDailySnapshots(laterBy(1, elsewhere.house)),
    ]);
    await elsewhere.stop();
    await takeDailySnapshots(laterBy(2));
    expect(await list()).toMatchObject([
      { number: 1, why: 'daily', createdBy: { id: 'server' }, intact: true, counts: { notes: 1 } },
    ]);
    await newNote(house, people.member.actor, boardId);
    await newSnapshot(house, people.member.actor, boardId);
    await takeDailySnapshots(laterBy(1));
    expect((await list()).map(({ why }) => why)).toEqual(['manual', 'daily']);
  });

  it('takes one before a board goes to the bin [SNAP-5]', async () => {
    const { house, people } = world;
    await binBoard(house, people.member.actor, boardId);
    const kept = await house.db.snapshot.findMany({ where: { boardId } });
    expect(kept).toMatchObject([{ why: 'before-delete', createdById: people.member.actor.id }]);
  });

  it('takes contents away in time and leaves the rows in the chain [SNAP-7]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    for (let n = 1; n <= 5; n++) {
      await newNote(house, actor, boardId, `${n}`);
      await takeDailySnapshots(laterBy(n));
    }
    const before = await list();
    await addReview(house, people.manager.actor, before[3]?.id ?? '', {
      kind: 'thanks',
      text: 'Mooi',
    });
    const contents = new Map<string, unknown>();
    for (const { id } of before) contents.set(id, await contentsOf(id));
    await retireSnapshots(laterBy(200));
    const after = await list();
    expect(after).toHaveLength(5);
    expect(after.every(({ intact }) => intact)).toBe(true);
    // The newest stays, and the one that was answered.
    expect(after.map(({ goneAt }) => goneAt !== null)).toEqual([false, true, true, false, true]);
    for (const { id, goneAt } of after) {
      if (goneAt === null) expect(await contentsOf(id)).toEqual(contents.get(id));
      else {
        const read = readSnapshotState(house, actor, id);
        await expect(read).rejects.toEqual(refused('gone'));
      }
    }
    const kept = await house.db.snapshotContent.findMany({ where: { boardId } });
    const named = after.filter(({ goneAt }) => goneAt === null);
    expect(new Set(kept.map(({ hash }) => hash))).toEqual(
      new Set(named.flatMap(({ stateHash, documentHash }) => [stateHash, documentHash])),
    );
    expect((await verifyBoards(house)).findings).toEqual([]);
    await newSnapshot(house, actor, boardId);
    expect((await list()).map(({ number, intact }) => intact && number)).toEqual([
      6, 5, 4, 3, 2, 1,
    ]);
  });

  it('lets administrators say how long [SNAP-7]', async () => {
    const { house, people } = world;
    const { actor } = people.admin;
    expect(await readRetention(house, actor)).toEqual({ dailyDays: 90, otherDays: null });
    const asked = { dailyDays: null, otherDays: 400 };
    expect(await changeRetention(house, actor, asked)).toEqual(asked);
    await newNote(house, people.member.actor, boardId);
    await newSnapshot(house, people.member.actor, boardId);
    await takeDailySnapshots(laterBy(1));
    await newNote(house, people.member.actor, boardId);
    await takeDailySnapshots(laterBy(1));
    await newSnapshot(house, people.member.actor, boardId);
    await retireSnapshots(laterBy(401));
    expect((await list()).map(({ goneAt, why }) => goneAt === null && why)).toEqual([
      'manual',
      'daily',
      false,
    ]);
    await changeRetention(house, actor, { dailyDays: 90, otherDays: null });
    const byMember = readRetention(house, people.member.actor);
    await expect(byMember).rejects.toEqual(refused('no-right'));
  });

  it('is done by a thread of its own in the same way [SNAP-1]', async () => {
    const { house, people } = world;
    const snapshotWork = new SnapshotThread();
    snapshotWork.start();
    const threaded = { ...house, snapshotWork };
    await newNote(house, people.member.actor, boardId);
    const { id } = await newSnapshot(threaded, people.member.actor, boardId);
    await newNote(house, people.member.actor, boardId);
    const next = await newSnapshot(threaded, people.member.actor, boardId);
    expect(next).toMatchObject({ intact: true, counts: { notes: 2 } });
    const there = await readSnapshotDocument(threaded, people.member.actor, id);
    expect(there).toEqual(await readSnapshotDocument(house, people.member.actor, id));
    await snapshotWork.stop();
  });

  async function contentsOf(id: string): Promise<unknown> {
    const { house, people } = world;
    const state = await readSnapshotState(house, people.member.actor, id);
    const document = await readSnapshotDocument(house, people.member.actor, id);
    return { state: Buffer.from(state).toString('base64'), document };
  }
});
