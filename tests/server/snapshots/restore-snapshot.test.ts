import { beforeEach, describe, expect, it } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { listSnapshots } from '#server/snapshots/list-snapshots.ts';
import { readSnapshotDocument } from '#server/snapshots/read-snapshot-content.ts';
import { restoreSnapshot } from '#server/snapshots/restore-snapshot.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newNote, newProposal, newSnapshot, newTask } from '#tests/support/builders.ts';
import { whileLogFails } from '#tests/support/failing-log.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('restoring a snapshot', () => {
  const world = useSettledHouse();
  let boardId = '';
  let snapshotId = '';

  beforeEach(async () => {
    const { house, people } = world;
    const { actor } = people.member;
    boardId = (await newBoard(house, actor, people.teamId)).id;
    await newNote(house, actor, boardId, 'Van toen');
    snapshotId = (await newSnapshot(house, actor, boardId)).id;
    await newNote(house, actor, boardId, 'Van later');
    await newProposal(house, actor, boardId, { title: 'Later bedacht' });
  });

  const document = () => readDocument(world.house, world.people.member.actor, boardId);
  const position = () => world.house.documents.read(asBoardId(boardId), (_board, at) => at);

  it('brings the board back as a change that comes after all others [SNAP-3]', async () => {
    const { house, people } = world;
    const before = await position();
    const then = await readSnapshotDocument(house, people.member.actor, snapshotId);
    await restoreSnapshot(house, people.member.actor, snapshotId, {});
    const now = await document();
    expect(now.notes).toEqual(then.notes);
    expect(now.actions).toEqual([]);
    expect(await position()).toEqual({ epoch: before.epoch, seq: before.seq + 1 });
    const rows = await house.db.boardUpdate.count({ where: { boardId } });
    expect(rows).toBe(before.seq + 1);
  });

  it('keeps how the board was just before as a snapshot [SNAP-3]', async () => {
    const { house, people } = world;
    const now = await document();
    const kept = await restoreSnapshot(house, people.manager.actor, snapshotId, {});
    expect(kept).toMatchObject({ why: 'before-restore', number: 2, intact: true });
    expect(await readSnapshotDocument(house, people.member.actor, kept.id)).toEqual(now);
    await restoreSnapshot(house, people.manager.actor, kept.id, {});
    expect(await document()).toEqual(now);
    const deeds = await house.db.audit.findMany({ where: { deed: 'snapshot.restore' } });
    expect(deeds.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([snapshotId, kept.id]),
    );
  });

  it('writes nothing where nothing differs [SNAP-3]', async () => {
    const { house, people } = world;
    const { id } = await newSnapshot(house, people.member.actor, boardId);
    const before = await position();
    await restoreSnapshot(house, people.member.actor, id, {});
    expect(await position()).toEqual(before);
  });

  it('leaves promises as they are [SNAP-3]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const task = await newTask(house, actor, boardId);
    await newSnapshot(house, actor, boardId);
    const moved = await changeTask(house, actor, task.id, { revision: 1, state: 'doing' });
    await restoreSnapshot(house, actor, snapshotId, {});
    expect(await readTask(house, actor, task.id)).toMatchObject(moved);
    expect(await taskOnBoard(house, task)).toMatchObject({ state: 'doing', revision: 2 });
    expect((await document()).actions.map(({ taskId }) => taskId)).toEqual([task.id]);
  });

  it('leaves nothing behind when the document log takes no row', async () => {
    const { house, people } = world;
    const now = await document();
    const failed = whileLogFails(house.db, () =>
      restoreSnapshot(house, people.member.actor, snapshotId, {}),
    );
    await expect(failed).rejects.toThrow('the log takes no row');
    house.takeLogged();
    expect(await document()).toEqual(now);
    expect(await listSnapshots(house, people.member.actor, boardId)).toHaveLength(1);
  });

  it('is for members and managers', async () => {
    const { house, people } = world;
    for (const [actor, code] of [
      [people.coach.actor, 'no-right'],
      [people.outsider.actor, 'not-found'],
    ] as const) {
      await expect(restoreSnapshot(house, actor, snapshotId, {})).rejects.toEqual(refused(code));
    }
  });
});
