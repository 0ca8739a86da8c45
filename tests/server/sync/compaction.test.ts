import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createFlat } from '#board/flat-record.ts';
import { asBoardId } from '#board/ids.ts';
import { Compaction } from '#server/sync/compaction.ts';
import { createSyncMetrics } from '#server/sync/metrics.ts';
import { StoredDocument } from '#server/sync/stored-document.ts';
import { StaleEpoch } from '#server/sync/update-log.ts';
import { note } from '#tests/board/builders.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';
import { onTheSpot } from '#tests/support/on-the-spot.ts';
import { until } from '#tests/support/sync.ts';
import type { TestClient } from '#tests/support/sync.ts';
import { world } from './world.ts';

const noop = (): void => {};

/** Writes so many rows, each on disk before the next. */
async function writeRows(client: TestClient, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    client.board.votes.set(`v${i % 7}`, i);
    await until(`row ${i} is saved`, () => client.saving === 'saved');
  }
}

test('[SYNC-37] a board that everybody left is one state, and opens from it', async () => {
  const { settled, server, log, boardId } = await world({ idleMs: 1 });
  const anna = await settled('anna');
  await writeRows(anna, 60);
  anna.stop();
  await until('the room is dropped', () => server.metrics.rooms === 0);
  expect(server.metrics.compactions).toBe(1);
  const { state, rows } = await log.read(boardId);
  expect(state).toBeDefined();
  expect(rows).toEqual([]);
  const bert = await settled('bert');
  expect(bert.board.votes.toJSON()).toEqual(anna.board.votes.toJSON());
});

test('[SYNC-37] a long tail is folded while people write, and nobody notices', async () => {
  const { settled, client, server, log } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  const words = 'x'.repeat(30_000);
  for (let i = 0; i < 20; i++) anna.board.votes.set(`w${i}`, `${words}${i}` as never);
  await until('it is folded', () => server.metrics.compactions > 0);
  await writeRows(anna, 5);
  await until('bert has it', () => bert.board.votes.size === anna.board.votes.size);
  const carl = client('carl');
  await until('carl has it', () => carl.board.votes.size === anna.board.votes.size);
  expect(Y.encodeStateAsUpdate(carl.doc)).toEqual(Y.encodeStateAsUpdate(bert.doc));
  expect([...log.boards.values()][0]?.states.length).toBeGreaterThan(0);
});

test('[SYNC-37] who comes back after a fold hears of deletions that went into it', async () => {
  const { settled, server, log } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  anna.board.votes.set('gone', 1);
  await until('bert has it', () => bert.board.votes.has('gone'));
  bert.connection.stop();
  anna.board.votes.delete('gone');
  const words = 'x'.repeat(40_000);
  for (let i = 0; i < 9; i++) anna.board.votes.set(`w${i}`, words as never);
  await until('it is folded', () => server.metrics.compactions > 0);
  expect([...log.boards.values()][0]?.states.length).toBeGreaterThan(0);
  bert.connection.start();
  await until('bert is back', () => bert.saving === 'saved' && bert.board.votes.has('w8'));
  expect(bert.board.votes.has('gone')).toBe(false);
});

test('[SYNC-37] a fold that fails costs nothing', async () => {
  const { settled, server, log } = await world();
  const anna = await settled('anna');
  log.keepState = () => Promise.reject(new Error('disk full'));
  const words = 'x'.repeat(40_000);
  for (let i = 0; i < 9; i++) anna.board.votes.set(`w${i}`, words as never);
  await until('it was tried', () => server.logged.length > 0);
  await writeRows(anna, 3);
  expect(server.metrics.compactions).toBe(0);
});

test('[SYNC-38] a document that its past outgrew is rebuilt when everybody has left', async () => {
  const { settled, client, server, log, boardId } = await world({ idleMs: 1 });
  const anna = await settled('anna');
  const card = note('1');
  anna.board.records.set(card.id, createFlat(card));
  const record = anna.board.records.get(card.id);
  // Two keys written in turn never merge, so that each write leaves something for ever.
  for (let i = 0; i < 60; i++) {
    anna.doc.transact(() => {
      for (let j = 0; j < 500; j++) {
        anna.board.votes.set(`a${i}-${j}-${'k'.repeat(40)}`, 1);
        record?.set('xy', [i, j]);
      }
    });
    anna.doc.transact(() => {
      for (const key of [...anna.board.votes.keys()]) anna.board.votes.delete(key);
    });
    if (i % 10 === 9) await until('it is saved', () => anna.saving === 'saved', 20_000);
  }
  const kept = anna.board.records.toJSON();
  anna.connection.stop();
  await until('it is rebuilt', () => log.boards.get(boardId)?.epoch === 2, 20_000);
  const bert = await settled('bert');
  expect(bert.board.records.toJSON()).toEqual(kept);
  expect(bert.board.meta.get('epoch')).toBe(2);
  expect(Y.encodeStateAsUpdate(bert.doc).byteLength).toBeLessThan(2_000);
  // Who still holds the old document starts afresh.
  anna.connection.start();
  await until('anna is told', () => anna.link === 'refused');
  const fresh = client('anna');
  await until('anna starts afresh', () => fresh.saving === 'saved');
  expect(server.metrics.rooms).toBe(1);
}, 60_000);

test('[SYNC-38] not when somebody wrote meanwhile, who loses nothing', async () => {
  const { settled, server, log, boardId } = await world({ idleMs: 1 });
  const anna = await settled('anna');
  const at = log.boards.get(boardId)?.position ?? { epoch: 1, seq: 0 };
  anna.board.votes.set('a', 1);
  await until('anna is saved', () => anna.saving === 'saved');
  await expect(log.rebuild(boardId, at, Uint8Array.of(0, 0))).rejects.toThrow(StaleEpoch);
  expect(await server.rooms.read(boardId, ({ votes }) => votes.toJSON())).toEqual({ a: 1 });
});

/** Folding by hand: 100 ms of a clock that passes only then, and a log that may be away. */
function byHand() {
  const clock = new ManualClock();
  const doc = new Y.Doc();
  const rows: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => rows.push(update));
  const document = new StoredDocument({ epoch: 1, state: undefined, rows: [], owners: new Map() });
  const metrics = createSyncMetrics();
  const world = { away: false, warned: [] as string[], failed: [] as string[] };
  const compaction = new Compaction(
    {
      boardId: asBoardId('b'),
      log: {
        keepState: () => (world.away ? Promise.reject(new Error('away')) : Promise.resolve()),
        rebuild: () => Promise.reject(new Error('no')),
      },
      heavy: {
        ...onTheSpot,
        fold: (job) => {
          clock.pass(100);
          return onTheSpot.fold(job);
        },
      },
      clock,
      logger: {
        info: noop,
        warn: (_fields, message) => world.warned.push(message),
        error: (_fields, message) => world.failed.push(message),
      },
      metrics,
      newClientId: () => 1,
    },
    document,
  );
  let seq = 0;
  const grow = (kilobytes: number): Promise<void> => {
    doc.getMap('votes').set(`w${seq}`, 'x'.repeat(kilobytes << 10));
    document.add({ seq: (seq += 1), bytes: rows.at(-1) ?? new Uint8Array() });
    return compaction.whenDue();
  };
  return { clock, metrics, world, grow };
}

test('[SYNC-37] after folding it rests for ten times as long, unless the tail gets four times too long, and looks again', async () => {
  const { clock, metrics, grow } = byHand();
  await grow(1);
  await grow(300);
  expect(metrics.compactions).toBe(1);
  await grow(300);
  expect(metrics.compactions).toBe(1);
  // Nothing more has to come for that.
  clock.pass(1_000);
  await vi.waitFor(() => expect(metrics.compactions).toBe(2));
  await grow(400);
  expect(metrics.compactions).toBe(2);
  await grow(900);
  expect(metrics.compactions).toBe(3);
});

test('[SYNC-37] a database that is away is no fault of the log: folding is tried again soon', async () => {
  const { clock, metrics, world, grow } = byHand();
  world.away = true;
  await grow(300);
  await grow(1);
  expect(world).toMatchObject({ warned: ['a state could not be kept yet'], failed: [] });
  world.away = false;
  clock.pass(5_000);
  await grow(1);
  expect(metrics.compactions).toBe(1);
});
