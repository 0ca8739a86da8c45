import { beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import type { Prisma } from '#server/db/generated/client.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { listSnapshots } from '#server/snapshots/list-snapshots.ts';
import { readSnapshot } from '#server/snapshots/read-snapshot.ts';
import {
  readSnapshotDocument,
  readSnapshotState,
} from '#server/snapshots/read-snapshot-content.ts';
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
    ['scheme', () => ({ scheme: 1 })],
    ['state', () => ({ stateHash: 'a'.repeat(64) })],
    ['document', () => ({ documentHash: 'a'.repeat(64) })],
    ['count', () => ({ noteCount: 12 })],
    ['version', () => ({ app: '9.9.9' })],
    ['time to be kept', () => ({ goneAt: new Date('2026-01-01') })],
    ['seal', () => ({ seal: 'none' })],
    ['hash', () => ({ hash: createHash('sha256').update('other').digest('hex') })],
    ['link to the one before', () => ({ previous: null })],
  ])('tells that its %s was changed [SNAP-2]', async (_name, change) => {
    await write(2, change());
    expect((await intact())[1]).toBe(false);
  });

  it('tells that a byte of its document was changed [SNAP-2]', async () => {
    const { documentHash } = await row(2);
    await flip(documentHash);
    // What came after it builds on it.
    expect(await intact()).toEqual([true, false, false]);
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

  it('does not give a document that is damaged, and opens the board all the same', async () => {
    const { house, people } = world;
    const { id, documentHash, stateHash } = await row(2);
    for (const hash of [documentHash, stateHash]) await flip(hash);
    for (const read of [readSnapshotDocument, readSnapshotState]) {
      await expect(read(house, people.member.actor, id)).rejects.toEqual(refused('damaged'));
    }
    expect(house.takeLogged().map(({ msg }) => msg)).toEqual(
      Array(2).fill('a snapshot is damaged'),
    );
    const { notes } = await readDocument(house, people.member.actor, boardId);
    expect(notes).toHaveLength(3);
  });

  it('keeps nobody from taking the next, which stands by itself', async () => {
    const { house, people } = world;
    await flip((await row(1)).stateHash);
    await newNote(house, people.member.actor, boardId, 'vier');
    const { id } = await newSnapshot(house, people.member.actor, boardId, 'vier');
    expect(await intact()).toEqual([false, false, false, true]);
    await expect(readSnapshotState(house, people.member.actor, id)).resolves.toBeTruthy();
  });

  /** One bit of what is kept under that hash. */
  const flip = (hash: string) => world.house.db.$executeRaw`
    UPDATE snapshot_content SET bytes = set_bit(bytes, 40, 1 - get_bit(bytes, 40))
    WHERE board_id = ${boardId} AND hash = ${hash}`;
});
