import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Draft } from '#server/sync/draft.ts';
import { emptyBoard, until } from '#tests/support/sync.ts';
import { storedDocument } from '#tests/support/stored-document.ts';
import { latch, world } from './world.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Lets applying an update of this person go wrong half-way, as a bug in the gate would. */
function spoilUpdatesOf(personId: string): void {
  const { take } = Draft.prototype;
  vi.spyOn(Draft.prototype, 'take').mockImplementation(function (this: Draft, ...args) {
    const corrections = take.apply(this, args);
    if (args[1] === personId) throw new Error('half applied');
    return corrections;
  });
}

test('[SYNC-10] an update that cannot be applied costs its author the connection, and nobody else', async () => {
  const { settled, server, log, boardId } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  const rows = log.boards.get(boardId)?.rows.length ?? 0;
  spoilUpdatesOf('anna');
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

test('[SYNC-10] what others wrote in the same breath counts', async () => {
  const { settled, server, log } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  const [begun, disk] = [latch(), latch()];
  log.beforeCommit = () => {
    begun.open();
    return disk.opened;
  };
  const { framesIn } = server.metrics;
  bert.board.votes.set('first', 1);
  await begun.opened;
  bert.board.votes.set('before', 1);
  await until('it waits', () => server.metrics.framesIn >= framesIn + 2);
  spoilUpdatesOf('anna');
  anna.board.votes.set('bad', 1);
  await until('it waits too', () => server.metrics.framesIn >= framesIn + 3);
  bert.board.votes.set('after', 1);
  await until('all wait', () => server.metrics.framesIn >= framesIn + 4);
  disk.open();
  await until('anna is refused', () => anna.link === 'refused');
  await until('bert is saved', () => bert.saving === 'saved');
  const carl = await settled('carl');
  expect(carl.board.votes.toJSON()).toEqual({ first: 1, before: 1, after: 1 });
});

test('[SYNC-20] a board that was rebuilt sends away who has the old document, for good', async () => {
  const { settled, log, boardId } = await world();
  const anna = await settled('anna');
  const at = log.boards.get(boardId)?.position ?? { epoch: 1, seq: 1 };
  await log.rebuild(boardId, at, emptyBoard());
  anna.board.votes.set('a', 1);
  await until('anna is refused', () => anna.link === 'refused');
  expect(anna.connection.state.saving).toMatchObject({ reason: 'epoch-changed' });
});

test('[SYNC-3] rows that another writer of the log stored meanwhile are caught up with', async () => {
  const { settled, log, boardId } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  const other = new Y.Doc();
  other.getMap('votes').set('other', 1);
  const bytes = Y.encodeStateAsUpdate(other);
  await log.append(boardId, { epoch: 1, bytes, writer: 'other', number: 1, claims: new Map() });
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
  const stored = await storedDocument(log, boardId);
  expect(stored.getMap('votes').toJSON()).toEqual({ a: 1 });
});
