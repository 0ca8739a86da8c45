import { expect, it, vi } from 'vitest';
import { addShare } from '#server/shares/add-share.ts';
import { answerSharedPicture } from '#server/shares/answer-shared-picture.ts';
import { endShare } from '#server/shares/end-share.ts';
import { listShares } from '#server/shares/list-shares.ts';
import { readShared } from '#server/shares/read-shared.ts';
import { binBoard } from '#server/boards/bin-board.ts';
import { restoreBoard } from '#server/boards/restore-board.ts';
import { retireSnapshots } from '#server/snapshots/retire-snapshots.ts';
import { addMember } from '#server/teams/add-member.ts';
import { removeMember } from '#server/teams/remove-member.ts';
import {
  newBoard,
  newGuest,
  newInvite,
  newNote,
  newShare,
  newSnapshot,
  newTask,
} from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('links to a snapshot', (open) => {
  const world = useSettledHouse(open);

  async function snapshot(): Promise<{ boardId: string; snapshotId: string }> {
    const { house, people } = world;
    const { id } = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    await newNote(house, people.member.actor, id, 'Brieven ontbreken');
    return { boardId: id, snapshotId: (await newSnapshot(house, people.member.actor, id)).id };
  }
  const inDays = (days: number) =>
    new Date(world.house.clock().getTime() + days * DAY_MS).toISOString();
  const read = (secret: string) => readShared(world.house, secret, 'nl');
  const dead = refused('expired');

  it('[SHARE-1] are shown once, kept as a hash, and listed with their maker', async () => {
    const { house, people } = world;
    const { snapshotId } = await snapshot();
    const expiresAt = inDays(7);
    const { url, ...view } = await addShare(house, people.member.actor, snapshotId, { expiresAt });
    const secret = /^http:\/\/board\.test\/shared\/([\w-]{32})$/.exec(url)?.[1] ?? '';
    const row = await house.db.shareLink.findUniqueOrThrow({ where: { id: view.id } });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(view).toMatchObject({ createdBy: { name: 'Sanne' }, expiresAt, openedAt: null });
    expect(await listShares(house, people.coach.actor, snapshotId)).toEqual([view]);
    const audit = await house.db.audit.findMany({ where: { subject: snapshotId } });
    expect(JSON.stringify(audit)).not.toContain(secret);
    expect(audit.map(({ deed }) => deed)).toContain('share.add');
    await read(secret);
    const [listed] = await listShares(house, people.manager.actor, snapshotId);
    expect(listed?.openedAt).toBe(house.clock().toISOString());
  });

  it('[SHARE-3] show the words of that snapshot and none of what came later', async () => {
    const { house, people } = world;
    const { boardId } = await snapshot();
    const title = 'Oproepbrief herschrijven';
    await newTask(house, people.member.actor, boardId, { title, owner: people.manager.actor.id });
    const { id } = await newSnapshot(house, people.coach.actor, boardId, 'Voor de directie');
    await newNote(house, people.member.actor, boardId, 'Pas later geschreven');
    await newSnapshot(house, people.member.actor, boardId, 'Nog een momentopname');
    const { secret } = await newShare(house, people.coach.actor, id);
    const seen = await read(secret);
    expect(seen).toMatchObject({ boardTitle: 'Kortere wachttijd', title: 'Voor de directie' });
    const text = JSON.stringify(seen);
    for (const word of ['Brieven ontbreken', 'Sanne']) expect(text).toContain(word);
    for (const word of ['Pas later', 'Nog een', 'Kees', 'Polikliniek', 'Ziekenhuis', '@', boardId])
      expect(text).not.toContain(word);
    for (const one of Object.values(people))
      if (typeof one !== 'string') expect(text).not.toContain(one.actor.id);
  });

  it('[SHARE-3] give a picture that nobody keeps', async () => {
    const { house, people } = world;
    const { snapshotId } = await snapshot();
    const { secret } = await newShare(house, people.member.actor, snapshotId);
    const answer = await answerSharedPicture(house, secret, 'nl');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    const drawn = vi.spyOn(house.pictures, 'export');
    expect((await answerSharedPicture(house, secret, 'nl')).status).toBe(200);
    expect(drawn).not.toHaveBeenCalled();
    drawn.mockRestore();
    expect((await answerSharedPicture(house, 'a'.repeat(32), 'nl')).status).toBe(404);
  });

  it('[SHARE-2] run out, and always within a year', async () => {
    const { house, people } = world;
    const { snapshotId } = await snapshot();
    for (const [days, code] of [
      [-1, 'past'],
      [0, 'past'],
      [366, 'too-far'],
    ] as const) {
      const asked = addShare(house, people.member.actor, snapshotId, { expiresAt: inDays(days) });
      await expect(asked).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ field: 'expiresAt', code }],
      });
    }
    const { secret } = await newShare(house, people.member.actor, snapshotId, 1);
    await read(secret);
    const tomorrow = new Date(house.clock().getTime() + DAY_MS);
    const later = { ...house, clock: () => tomorrow };
    await expect(readShared(later, secret, 'nl')).rejects.toEqual(dead);
    expect((await answerSharedPicture(later, secret, 'nl')).status).toBe(404);
    expect(await listShares(later, people.member.actor, snapshotId)).toEqual([]);
  });

  it('[SHARE-1] are ended by whoever may take snapshots, once', async () => {
    const { house, people } = world;
    const [one, other] = [await snapshot(), await snapshot()];
    const { id, secret } = await newShare(house, people.member.actor, one.snapshotId);
    const end = (snapshotId: string) =>
      endShare(house, people.coach.actor, { snapshotId, shareId: id });
    await expect(end(other.snapshotId)).rejects.toEqual(refused('not-found'));
    await read(secret);
    await end(one.snapshotId);
    await expect(read(secret)).rejects.toEqual(dead);
    await expect(end(one.snapshotId)).rejects.toEqual(refused('not-found'));
    expect(await listShares(house, people.member.actor, one.snapshotId)).toEqual([]);
  });

  it('[SHARE-1] are made by nobody who came in by a link', async () => {
    const { house, people } = world;
    const { boardId, snapshotId } = await snapshot();
    const guest = await newGuest(house, await newInvite(house, people.member.actor, boardId));
    await expect(newShare(house, guest.actor, snapshotId)).rejects.toEqual(refused('sign-in'));
    await expect(newShare(house, people.outsider.actor, snapshotId)).rejects.toEqual(
      refused('not-found'),
    );
  });

  it('[SHARE-5] end with the board, also when it comes back', async () => {
    const { house, people } = world;
    const { boardId, snapshotId } = await snapshot();
    const { secret } = await newShare(house, people.member.actor, snapshotId);
    await binBoard(house, people.manager.actor, boardId);
    await expect(read(secret)).rejects.toEqual(dead);
    await restoreBoard(house, people.manager.actor, boardId);
    await expect(read(secret)).rejects.toEqual(dead);
  });

  it('[SHARE-5] end with their maker, also when they come back', async () => {
    const { house, people } = world;
    const { teamId, manager } = people;
    const { snapshotId } = await snapshot();
    const maker = await newMember(house, manager.actor, teamId, { name: 'Joost' });
    const { secret } = await newShare(house, maker.actor, snapshotId);
    const { secret: stays } = await newShare(house, people.member.actor, snapshotId);
    await read(secret);
    await removeMember(house, manager.actor, { teamId, userId: maker.actor.id });
    await expect(read(secret)).rejects.toEqual(dead);
    const { email } = maker.actor;
    await addMember(house, manager.actor, teamId, { email, role: 'member' });
    await expect(read(secret)).rejects.toEqual(dead);
    await read(stays);
  });

  it('[SHARE-5] show nothing while their maker has no right, whatever took it', async () => {
    const { house, people } = world;
    const { snapshotId } = await snapshot();
    const maker = await newMember(house, people.manager.actor, people.teamId, { name: 'Loes' });
    const { secret } = await newShare(house, maker.actor, snapshotId);
    await house.db.membership.deleteMany({ where: { userId: maker.actor.id } });
    await expect(read(secret)).rejects.toEqual(dead);
  });

  it('[SHARE-5] end with what they show', async () => {
    const { house, people } = world;
    const { boardId, snapshotId } = await snapshot();
    await newNote(house, people.member.actor, boardId, 'Daarna');
    await newSnapshot(house, people.member.actor, boardId);
    const { secret } = await newShare(house, people.member.actor, snapshotId);
    await house.db.organisation.updateMany({ data: { keepOtherDays: 31 } });
    const later = { ...house, clock: () => new Date(house.clock().getTime() + 40 * DAY_MS) };
    await retireSnapshots(later);
    await house.db.organisation.updateMany({ data: { keepOtherDays: null } });
    await expect(read(secret)).rejects.toEqual(dead);
    const row = await house.db.shareLink.findFirstOrThrow({ where: { snapshotId } });
    expect(row.endedAt).not.toBeNull();
    await expect(newShare(house, people.member.actor, snapshotId)).rejects.toEqual(refused('gone'));
  });

  it('[SHARE-4] are read so often a minute, page and picture together', async () => {
    const { house, people } = world;
    const { snapshotId } = await snapshot();
    const { secret } = await newShare(house, people.member.actor, snapshotId);
    const words = vi.spyOn(house.pictures, 'words').mockResolvedValue([]);
    for (let count = 0; count < 60; count++) await read(secret);
    words.mockRestore();
    await expect(read(secret)).rejects.toEqual(refused('too-fast'));
    const answer = await answerSharedPicture(house, secret, 'nl');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
  });
});
