import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { LiveDocument } from '#server/sync/live-document.ts';
import { until } from '#tests/support/sync.ts';
import { latch, world } from './world.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Lets applying the next stored update go wrong half-way, as a bug in the gate would. */
function spoilNextApply(): void {
  const { apply } = LiveDocument.prototype;
  vi.spyOn(LiveDocument.prototype, 'apply').mockImplementationOnce(function (
    this: LiveDocument,
    ...args: Parameters<typeof apply>
  ) {
    apply.apply(this, args);
    throw new Error('half applied');
  });
}

test('[SYNC-10] an update that cannot be applied costs its author the connection, and nobody else', async () => {
  const { settled, server, log, boardId } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  const rows = log.boards.get(boardId)?.rows.length ?? 0;
  spoilNextApply();
  anna.board.votes.set('bad', 1);
  await until('anna is refused', () => anna.link === 'refused');
  expect(anna.connection.state.saving).toMatchObject({ is: 'not-saving', reason: 'damaged' });
  expect(log.boards.get(boardId)?.rows.length).toBe(rows);
  bert.board.votes.set('good', 1);
  await until('bert works on', () => bert.saving === 'saved');
  expect(await server.rooms.read(boardId, ({ votes }) => votes.toJSON())).toEqual({ good: 1 });
  expect(bert.board.votes.toJSON()).toEqual({ good: 1 });
  expect(server.metrics.rebuilds).toBe(1);
});

test('[SYNC-10] when several wrote it together, all come back and lose nothing', async () => {
  const { settled, server, log } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  const [begun, disk] = [latch(), latch()];
  log.beforeCommit = () => {
    begun.open();
    return disk.opened;
  };
  const framesIn = server.metrics.framesIn;
  bert.board.votes.set('first', 1);
  await begun.opened;
  anna.board.votes.set('a', 1);
  bert.board.votes.set('b', 1);
  await until('both wait', () => server.metrics.framesIn >= framesIn + 3);
  const { commits } = server.metrics;
  log.beforeCommit = () => {
    spoilNextApply();
    log.beforeCommit = () => Promise.resolve();
    return Promise.resolve();
  };
  disk.open();
  await until('it went wrong', () => server.metrics.rebuilds === 1);
  expect(server.metrics.commits).toBe(commits + 1);
  await until(
    'both are saved in the end',
    () => anna.saving === 'saved' && bert.saving === 'saved',
  );
  expect(anna.board.votes.toJSON()).toEqual({ first: 1, a: 1, b: 1 });
  await until('both see all', () => bert.board.votes.size === 3);
});

test('[SYNC-10] a room whose log cannot be read again sends all away to come back', async () => {
  const { settled, log } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  spoilNextApply();
  log.beforeRead = () => {
    log.beforeRead = () => Promise.resolve();
    return Promise.reject(new Error('down'));
  };
  anna.board.votes.set('a', 1);
  await until('all are back and saved', () => anna.saving === 'saved' && bert.board.votes.has('a'));
});

test('[SYNC-20] a board that was rebuilt sends away who has the old document, for good', async () => {
  const { settled, log, boardId } = await world();
  const anna = await settled('anna');
  const board = log.boards.get(boardId);
  if (board) board.epoch += 1;
  anna.board.votes.set('a', 1);
  await until('anna is refused', () => anna.link === 'refused');
  expect(anna.connection.state.saving).toMatchObject({ reason: 'epoch-changed' });
});

test('[SYNC-3] rows that another writer of the log stored meanwhile are caught up with', async () => {
  const { settled, log, boardId } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  const other = new Y.Doc();
  other.getMap('votes').set('other', 1);
  await log.append(boardId, 1, Y.encodeStateAsUpdate(other));
  anna.board.votes.set('a', 1);
  await until('all see both', () =>
    [anna, bert].every(({ board }) => board.votes.has('a') && board.votes.has('other')),
  );
});

test('[SYNC-3] a commit in doubt is made again, and does no harm', async () => {
  const { settled, log, boardId } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  log.afterCommit = () => {
    log.afterCommit = () => Promise.resolve();
    return Promise.reject(new Error('connection lost'));
  };
  anna.board.votes.set('a', 1);
  await until('it is saved', () => anna.saving === 'saved' && bert.board.votes.has('a'));
  const stored = new Y.Doc();
  for (const { bytes } of (await log.read(boardId)).rows) Y.applyUpdate(stored, bytes);
  expect(stored.getMap('votes').toJSON()).toEqual({ a: 1 });
});
