import { beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import type { Prisma } from '#server/db/generated/client.ts';
import { listSnapshots } from '#server/snapshots/list-snapshots.ts';
import { readSnapshot } from '#server/snapshots/read-snapshot.ts';
import { readSnapshotDocument } from '#server/snapshots/read-snapshot-content.ts';
import { snapshotHash } from '#server/snapshots/snapshot-hash.ts';
import { newBoard, newNote, newSnapshot } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('a snapshot whose row was changed behind our back', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeEach(async () => {
    const { house, people } = world;
    const { actor } = people.member;
    boardId = (await newBoard(house, actor, people.teamId, { template: 'pdca' })).id;
    for (const text of ['een', 'twee', 'drie']) {
      await newNote(house, actor, boardId, text);
      await newSnapshot(house, actor, boardId, text);
    }
  });

  const row = (number: number) =>
    world.house.db.snapshot.findUniqueOrThrow({ where: { boardId_number: { boardId, number } } });
  const write = (number: number, data: Prisma.SnapshotUncheckedUpdateInput) =>
    world.house.db.snapshot.update({ where: { boardId_number: { boardId, number } }, data });

  /** What each snapshot says of itself, oldest first; alone and in the list alike. */
  async function intact(): Promise<boolean[]> {
    const { house, people } = world;
    const listed = await listSnapshots(house, people.member.actor, boardId);
    const alone = [];
    for (const { id } of listed) alone.push(await readSnapshot(house, people.member.actor, id));
    expect(alone).toEqual(listed);
    return listed.map((snapshot) => snapshot.intact).reverse();
  }

  it('is as it was until then [SNAP-2]', async () => {
    expect(await intact()).toEqual([true, true, true]);
  });

  it.each<[string, () => Prisma.SnapshotUncheckedUpdateInput]>([
    ['title', () => ({ title: 'Nooit zo genoemd' })],
    ['reason', () => ({ why: 'closing' })],
    ['taker', () => ({ createdById: world.people.manager.actor.id })],
    ['moment', () => ({ createdAt: new Date('2020-01-01') })],
    ['place in the log', () => ({ seq: 99 })],
    ['epoch', () => ({ epoch: 2 })],
    ['state', () => ({ state: Uint8Array.of(0, 0) })],
    ['document', () => ({ document: { format: 1, notes: [] } })],
    ['hash', () => ({ hash: createHash('sha256').update('other').digest('hex') })],
    ['link to the one before', () => ({ previous: null })],
  ])('tells that its %s was changed [SNAP-2]', async (_name, change) => {
    await write(2, change());
    expect((await intact())[1]).toBe(false);
  });

  it('tells that one word of its document was changed [SNAP-2]', async () => {
    const { house } = world;
    await house.db.$executeRaw`
      UPDATE snapshot SET document = replace(document::text, 'twee', 'tien')::jsonb
      WHERE board_id = ${boardId} AND number = 2`;
    expect(await intact()).toEqual([true, false, true]);
  });

  it('tells that a row before it was rewritten together with its hash [SNAP-2]', async () => {
    const forged = { ...(await row(1)), title: 'Herschreven' };
    await write(1, { title: forged.title, hash: snapshotHash(forged) });
    expect(await intact()).toEqual([true, false, true]);
  });

  it('tells that the row before it was taken out [SNAP-2]', async () => {
    const { house } = world;
    await house.db.snapshot.delete({ where: { id: (await row(2)).id } });
    expect(await intact()).toEqual([true, false]);
    await house.db.snapshot.delete({ where: { id: (await row(1)).id } });
    expect(await intact()).toEqual([false]);
  });

  it('does not give a document that is none', async () => {
    const { house, people } = world;
    const { id } = await write(2, { document: { nothing: true } });
    const read = readSnapshotDocument(house, people.member.actor, id);
    await expect(read).rejects.toEqual(refused('damaged'));
    expect(await readSnapshot(house, people.member.actor, id)).toMatchObject({
      intact: false,
      counts: { notes: 0, actions: 0, tasks: 0 },
    });
  });
});
