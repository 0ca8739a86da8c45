import { expect, test } from 'vitest';
import { until } from '#tests/support/sync.ts';
import { storedDocument } from '#tests/support/stored-document.ts';
import { latch, world } from './world.ts';

test('[SYNC-16] stopping stores what came in, tells its senders, and sends all away to come back', async () => {
  const { server, settled, joined, raw: open, log, boardId } = await world();
  const anna = await settled('anna');
  const raw = await joined('raw');
  const disk = latch();
  log.beforeCommit = () => disk.opened;
  const framesIn = server.metrics.framesIn;
  anna.board.votes.set('last', 1);
  await until('it came in', () => server.metrics.framesIn > framesIn);
  const stopped = server.rooms.stop();
  // Somebody who comes now is sent away: the stop is under way, and anna has not been told to go.
  expect((await open('late').closed).code).toBe(4503);
  expect(anna.link).toBe('live');
  const told = new Promise<void>((resolve) => {
    const undo = anna.connection.subscribe(() => {
      if (anna.saving === 'saved') resolve();
      undo();
    });
  });
  disk.open();
  await told;
  await stopped;
  expect((await raw.closed).code).toBe(4503);
  await until('anna is offline', () => anna.link === 'offline');
  expect(anna.connection.state.saving).toMatchObject({ is: 'offline', changes: 0 });
  const stored = await storedDocument(log, boardId);
  expect(stored.getMap('votes').get('last')).toBe(1);
  expect(server.metrics.rooms).toBe(0);
});

test('[SYNC-16] who comes while stopping is sent away to come back', async () => {
  const { server, raw } = await world();
  await server.rooms.stop();
  expect((await raw('anna').closed).code).toBe(4503);
});

test('[SYNC-16] a database that does not answer does not keep the server from stopping', async () => {
  const { server, settled, log } = await world({ drainMs: 200 });
  const anna = await settled('anna');
  log.beforeCommit = () => new Promise(() => {});
  anna.board.votes.set('a', 1);
  const from = performance.now();
  await server.rooms.stop();
  expect(performance.now() - from).toBeLessThan(2_000);
  await until('anna knows', () => anna.link === 'offline');
  expect(anna.connection.state.saving).toMatchObject({ is: 'offline', changes: 1 });
});
