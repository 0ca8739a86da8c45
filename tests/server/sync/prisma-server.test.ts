import { expect, onTestFinished, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { emptyBoard, SyncServer, TestClient, until } from '#tests/support/sync.ts';

const boardId = asBoardId('board-1');

describeOnBothDatabases('a server on the database', (open) => {
  async function database() {
    const { prisma, close } = await open();
    onTestFinished(close);
    await prisma.organisation.create({ data: { id: 'o', name: 'School' } });
    await prisma.team.create({ data: { id: 't', organisationId: 'o', name: 'Team' } });
    await prisma.user.create({ data: { id: 'u', email: 'u@example.org', name: 'U' } });
    const log = new PrismaUpdateLog(prisma);
    await log.transaction(async (tx) => {
      const data = { id: boardId, teamId: 't', title: 'B', template: 'pdca', createdById: 'u' };
      await tx.board.create({ data });
      await log.create(tx, boardId, emptyBoard());
    });
    return { prisma, log };
  }

  test('[SYNC-4] what was called saved is there for the next server', async () => {
    const { log } = await database();
    const first = await new SyncServer({ log }).start();
    const [anna, bert] = ['anna', 'bert'].map((name) => new TestClient(first, boardId, name));
    if (!anna || !bert) throw new Error('nobody came');
    for (let i = 0; i < 30; i++) (i % 2 ? anna : bert).board.votes.set(`v${i}`, i);
    await until('all is saved', () => anna.saving === 'saved' && bert.saving === 'saved');
    await until('all is seen', () => anna.board.votes.size === 30 && bert.board.votes.size === 30);
    // As if the process had died: nothing of it is asked to finish anything.
    const second = await new SyncServer({ log }).start();
    const carl = new TestClient(second, boardId, 'carl');
    await until('carl is live', () => carl.link === 'live');
    expect(carl.board.votes.toJSON()).toEqual(anna.board.votes.toJSON());
    for (const { stop } of [anna, bert, carl].map((client) => ({ stop: () => client.stop() })))
      stop();
    await first.stop();
    await second.stop();
  });

  test('[SYNC-19] a change commits with its rows of other tables, or neither', async () => {
    const { log, prisma } = await database();
    const server = await new SyncServer({ log }).start();
    onTestFinished(() => server.stop());
    const rename = (title: string, then: () => void) =>
      server.rooms.change(boardId, async (_board, tx) => {
        await tx.board.update({ where: { id: boardId }, data: { title } });
        return { result: title, apply: ({ votes }) => (votes.set(title, 1), then()) };
      });
    await rename('Good', () => {});
    const failed = rename('Bad', () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    const { title } = await prisma.board.findUniqueOrThrow({ where: { id: boardId } });
    expect(title).toBe('Good');
    expect(await server.rooms.read(boardId, ({ votes }) => votes.toJSON())).toEqual({ Good: 1 });
  });
});
