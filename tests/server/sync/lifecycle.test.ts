import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { encodeUpdate } from '#server/sync/frames.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { RawClient, until } from '#tests/support/sync.ts';
import { latch, world } from './world.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe('opening', () => {
  test('[SYNC-14] reads the log once, however many come at once', async () => {
    const { log, client, server, boardId } = await world();
    const disk = latch();
    log.beforeRead = () => disk.opened;
    const clients = ['anna', 'bert', 'carl'].map((name) => client(name));
    await until('all knock', () => server.metrics.sockets === 3);
    const read = server.rooms.read(boardId, (board) => board.meta.get('format'));
    disk.open();
    await until('all are live', () => clients.every(({ link }) => link === 'live'));
    expect(await read).toBe(1);
    expect(log.reads).toBe(1);
    expect(server.metrics.rooms).toBe(1);
  });

  test('[SYNC-14] nobody is called synced before the board is read', async () => {
    const { log, client, server } = await world();
    const disk = latch();
    log.beforeRead = () => disk.opened;
    const anna = client('anna');
    await until('anna knocks', () => server.metrics.framesIn > 0);
    expect(anna.link).toBe('connecting');
    disk.open();
    await until('anna is live', () => anna.link === 'live');
    expect(anna.board.meta.get('format')).toBe(1);
  });

  test('[SYNC-14] a failed opening sends people away to come back, and is tried anew', async () => {
    const { log, client } = await world();
    log.beforeRead = () => Promise.reject(new Error('no database'));
    const anna = client('anna');
    await until('it failed', () => log.reads > 0);
    log.beforeRead = () => Promise.resolve();
    await until('anna is live', () => anna.link === 'live');
  });

  test('[SYNC-24] a board whose log is damaged does not open', async () => {
    const { log, boardId, server, raw } = await world();
    const board = log.boards.get(boardId);
    if (board) board.rows = board.rows.map((row) => ({ ...row, bytes: Uint8Array.of(0, 0) }));
    expect((await raw('anna').closed).code).toBe(4503);
    expect(
      JSON.stringify(server.logged.map(({ fields }) => String(Object.values(fields)[0]))),
    ).toContain(`log of board ${boardId}, seq 1`);
  });

  test('[SYNC-2] a board that is not there is refused for good', async () => {
    const { server } = await world();
    const lost = new RawClient(server, '/sync/nowhere', 'anna');
    onTestFinished(() => lost.stop());
    expect((await lost.closed).code).toBe(4404);
  });

  test('[SYNC-20] a document of an epoch that is over is kept out', async () => {
    const { raw, joined } = await world();
    expect((await raw('anna', '?protocol=1&epoch=7').closed).code).toBe(4409);
    await joined('anna', '?protocol=1&epoch=1');
  });
});

describe('closing', () => {
  test('[SYNC-14] an empty room is dropped after a while, and opened again from the log', async () => {
    const { server, settled, log } = await world({ idleMs: 20 });
    const anna = await settled('anna');
    anna.board.votes.set('a', 1);
    await until('anna is saved', () => anna.saving === 'saved');
    anna.stop();
    await until('the room is dropped', () => server.metrics.rooms === 0);
    const bert = await settled('bert');
    expect(bert.board.votes.get('a')).toBe(1);
    expect(log.reads).toBe(2);
  });

  test('[SYNC-14] a room that people come back to in time is kept', async () => {
    const { server, settled, log } = await world({ idleMs: 60_000 });
    (await settled('anna')).stop();
    await until('it is empty', () => server.metrics.sockets === 0);
    await settled('anna');
    expect(log.reads).toBe(1);
  });

  test('[SYNC-14] a room is not dropped while something waits to be stored', async () => {
    const { server, settled, joined, log, boardId } = await world({ idleMs: 5 });
    const raw = await joined('anna');
    const disk = latch();
    log.beforeCommit = () => disk.opened;
    const doc = new Y.Doc();
    doc.getMap('votes').set('last', 1);
    raw.send(encodeUpdate(Y.encodeStateAsUpdate(doc)));
    await until('it came in', () => server.metrics.framesIn >= 1);
    raw.stop();
    await until('nobody is in', () => server.metrics.sockets === 0);
    // Longer than a room may be empty: the read is one more user that comes and goes.
    for (let i = 0; i < 20; i++) {
      await new Promise((next) => setTimeout(next, 1));
      expect(server.metrics.rooms).toBe(1);
    }
    disk.open();
    await until('it is on disk', () => (log.boards.get(boardId)?.rows.length ?? 0) > 1);
    await until('then it is dropped', () => server.metrics.rooms === 0);
    expect((await settled('bert')).board.votes.get('last')).toBe(1);
  });

  test(`[SYNC-14] whoever comes while a room is dropped loses nothing (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const { client, log, server } = await world({ idleMs: 1 });
    log.beforeCommit = () => new Promise((done) => setTimeout(done, random() * 4));
    log.beforeRead = () => new Promise((done) => setTimeout(done, random() * 4));
    for (let i = 0; i < 60; i++) {
      const person = client(`p${i}`);
      person.board.votes.set(`v${i}`, i);
      await until('it is saved', () => person.saving === 'saved');
      person.stop();
      await new Promise((next) => setTimeout(next, random() * 5));
    }
    const last = client('last');
    await until('last is live', () => last.link === 'live');
    expect(last.board.votes.size).toBe(60);
    expect(server.metrics.rooms).toBe(1);
  });
});
