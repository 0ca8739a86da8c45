import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Kind } from '#board/wire.ts';
import { encodeAnswer, encodeUpdate } from '#server/sync/frames.ts';
import { until } from '#tests/support/sync.ts';
import type { TestClient } from '#tests/support/sync.ts';
import { storedDocument } from '#tests/support/stored-document.ts';
import { latch, world } from './world.ts';
import type { World } from './world.ts';

/** The board as somebody would find it who only has the log. */
async function onDisk({ log, boardId }: World): Promise<Y.Map<unknown>> {
  return (await storedDocument(log, boardId)).getMap('votes');
}

const savedCounts = (own: readonly { kind: number; body: object }[]): number[] =>
  own.flatMap(({ kind, body }) =>
    kind === Kind.saved && 'count' in body ? [body.count as number] : [],
  );

/** Nothing waits in any of these processes' queues any more: a full round trip of presence was made. */
async function roundTrip(client: TestClient, witness: TestClient): Promise<void> {
  const mark = Math.random();
  client.connection.awareness.setLocalStateField('mark', mark);
  await until('the mark arrives', () =>
    [...witness.connection.awareness.getStates().values()].some((state) => state['mark'] === mark),
  );
}

describe('commit before visible', () => {
  test('[SYNC-3] a second person sees nothing before it is on disk', async () => {
    const here = await world();
    const [anna, bert] = [await here.settled('anna'), await here.settled('bert')];
    const disk = latch();
    here.log.beforeCommit = () => disk.opened;
    anna.board.votes.set('a', 1);
    await roundTrip(anna, bert);
    expect(bert.board.votes.has('a')).toBe(false);
    const carl = here.client('carl');
    await until('carl is live', () => carl.link === 'live');
    expect(carl.board.votes.has('a')).toBe(false);
    disk.open();
    await until('both see it', () => bert.board.votes.has('a') && carl.board.votes.has('a'));
    expect((await onDisk(here)).get('a')).toBe(1);
  });

  test('[SYNC-3] whatever anybody saw is on disk at that moment', async () => {
    const here = await world();
    const [anna, bert] = [await here.settled('anna'), await here.settled('bert')];
    const missing: string[] = [];
    let seen = 0;
    bert.board.votes.observe(({ keysChanged }) => {
      const stored = new Y.Doc();
      for (const { bytes } of here.log.boards.get(here.boardId)?.rows ?? [])
        Y.applyUpdate(stored, bytes);
      for (const key of keysChanged) {
        seen += 1;
        if (!stored.getMap('votes').has(key ?? '')) missing.push(String(key));
      }
    });
    for (let i = 0; i < 50; i++) {
      anna.board.votes.set(`v${i}`, i);
      if (i % 7 === 0) await new Promise((next) => setImmediate(next));
    }
    await until('all arrived', () => seen === 50);
    expect(missing).toEqual([]);
  });

  test('[SYNC-3] what arrives during one commit becomes one row and one broadcast', async () => {
    const here = await world();
    const [anna, bert] = [await here.settled('anna'), await here.settled('bert')];
    const witness = await here.joined('carl');
    witness.send(Uint8Array.of(0, 0, 1, 0));
    await until('carl follows', () => witness.ofKind(0).length >= 2);
    const [rows, frames] = [
      here.log.boards.get(here.boardId)?.rows.length ?? 0,
      witness.ofKind(0).length,
    ];
    const disk = latch();
    here.log.beforeCommit = () => disk.opened;
    for (let i = 0; i < 20; i++) (i % 2 ? anna : bert).board.votes.set(`v${i}`, i);
    await roundTrip(anna, bert);
    await roundTrip(bert, anna);
    disk.open();
    await until('both are saved', () => anna.saving === 'saved' && bert.saving === 'saved');
    await until('carl heard', () => witness.ofKind(0).length > frames);
    expect((here.log.boards.get(here.boardId)?.rows.length ?? 0) - rows).toBeLessThanOrEqual(2);
    expect(witness.ofKind(0).length - frames).toBeLessThanOrEqual(2);
  });
});

describe('saved', () => {
  test('[SYNC-4] is said only after the commit', async () => {
    const here = await world();
    const [anna, bert] = [await here.settled('anna'), await here.settled('bert')];
    const disk = latch();
    here.log.beforeCommit = () => disk.opened;
    anna.board.votes.set('a', 1);
    expect(anna.saving).toBe('saving');
    await roundTrip(anna, bert);
    expect(anna.saving).toBe('saving');
    disk.open();
    await until('anna is saved', () => anna.saving === 'saved');
    expect((await onDisk(here)).get('a')).toBe(1);
  });

  test('[SYNC-4] counts answers and updates, also those that add nothing', async () => {
    const { joined } = await world();
    const raw = await joined('anna');
    const empty = Uint8Array.of(0, 0);
    raw.send(encodeAnswer(empty));
    raw.send(encodeUpdate(empty));
    const doc = new Y.Doc();
    doc.getMap('votes').set('a', 1);
    raw.send(encodeUpdate(Y.encodeStateAsUpdate(doc)));
    await until('three are saved', () => savedCounts(raw.own).at(-1) === 3);
  });

  test('[SYNC-4] [SYNC-6] stops before a message with a gap until an answer makes up for it', async () => {
    const here = await world();
    const raw = await here.joined('anna');
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const key of ['a', 'b', 'c']) doc.getMap('votes').set(key, 1);
    const [a, , c] = updates;
    raw.send(encodeAnswer(a ?? new Uint8Array()));
    await until('the first is saved', () => savedCounts(raw.own).at(-1) === 1);
    const questions = raw.ofKind(0).length;
    raw.send(encodeUpdate(c ?? new Uint8Array()));
    raw.send(encodeUpdate(c ?? new Uint8Array()));
    await until('the server asks', () => raw.ofKind(0).length > questions);
    expect([...(await onDisk(here)).keys()]).toEqual(['a']);
    // What comes after it fits, but to count it would count the gap as well.
    const { framesIn } = here.server.metrics;
    raw.send(encodeUpdate(Uint8Array.of(0, 0)));
    await until('it came in', () => here.server.metrics.framesIn > framesIn);
    await here.settled('who came later and was served after it');
    raw.send(encodeAnswer(Y.encodeStateAsUpdate(doc)));
    await until('all are saved', () => savedCounts(raw.own).at(-1) === 5);
    expect(savedCounts(raw.own)).toEqual([1, 5]);
    expect([...(await onDisk(here)).keys()].sort()).toEqual(['a', 'b', 'c']);
    expect(raw.ofKind(0).length).toBe(questions + 1);
  });
});

describe('a failing database', () => {
  test('[SYNC-11] people are told and go on together, nothing is called saved, and all is stored afterwards', async () => {
    const here = await world();
    const [anna, bert] = [await here.settled('anna'), await here.settled('bert')];
    here.log.beforeCommit = () => Promise.reject(new Error('disk full'));
    anna.board.votes.set('a', 1);
    await until('all are told', () => [anna, bert].every(({ saving }) => saving === 'not-saving'));
    await until('bert sees it', () => bert.board.votes.has('a'));
    expect(here.server.metrics.degradedRooms).toBe(1);
    bert.board.votes.set('b', 2);
    await until('anna sees it', () => anna.board.votes.has('b'));
    const carl = here.client('carl');
    await until('who comes in is told too', () => carl.saving === 'not-saving');
    await until('who comes in sees it too', () => carl.board.votes.size === 2);
    expect((await onDisk(here)).size).toBe(0);

    here.log.beforeCommit = () => Promise.resolve();
    const all = [anna, bert, carl];
    await until('all is stored', () => all.every(({ saving }) => saving === 'saved'));
    expect((await onDisk(here)).toJSON()).toEqual({ a: 1, b: 2 });
    expect(here.server.metrics.degradedRooms).toBe(0);
    const dora = await here.settled('dora');
    expect(dora.board.votes.toJSON()).toEqual({ a: 1, b: 2 });
  });

  test('[SYNC-11] a commit that takes long is as good as none: people see each other meanwhile', async () => {
    const here = await world();
    const [anna, bert] = [await here.settled('anna'), await here.settled('bert')];
    const disk = latch();
    here.log.beforeCommit = () => disk.opened;
    anna.board.votes.set('a', 1);
    await until('bert sees it', () => bert.board.votes.has('a'), 10_000);
    expect(anna.saving).toBe('not-saving');
    disk.open();
    here.log.beforeCommit = () => Promise.resolve();
    bert.board.votes.set('b', 1);
    await until('both are saved', () => anna.saving === 'saved' && bert.saving === 'saved');
    expect((await onDisk(here)).toJSON()).toEqual({ a: 1, b: 1 });
  });

  test('[SYNC-72] once it was stored all the same, nobody is told any longer that nothing is saved', async () => {
    const here = await world();
    const anna = await here.settled('anna');
    const disk = latch();
    here.log.beforeCommit = () => disk.opened;
    anna.board.votes.set('a', 1);
    await until('anna is told', () => anna.saving === 'not-saving');
    disk.open();
    await until('all is well', () => anna.saving === 'saved');
    expect(here.server.metrics.degradedRooms).toBe(0);
  });

  test('[SYNC-11] meanwhile what is on disk can be read, and a change of ours fails at once', async () => {
    const here = await world();
    const anna = await here.settled('anna');
    here.log.beforeCommit = () => Promise.reject(new Error('disk full'));
    anna.board.votes.set('a', 1);
    await until('anna is told', () => anna.saving === 'not-saving');
    const { rooms } = here.server;
    expect(await rooms.read(here.boardId, (board) => board.votes.size)).toBe(0);
    const change = rooms.change(here.boardId, () => Promise.resolve({ result: 1 }));
    await expect(change).rejects.toMatchObject({ name: 'NotSaving' });
  });

  test('[SYNC-11] what waits is bounded: beyond, the sender is sent away to come back', async () => {
    const here = await world();
    here.log.beforeCommit = () => Promise.reject(new Error('disk full'));
    const senders = Array.from({ length: 8 }, (_, i) => here.raw(`sender${i}`));
    await Promise.all(senders.map(({ opened }) => opened));
    senders.forEach((sender, i) => {
      const doc = new Y.Doc();
      for (let j = 0; j < 4; j++) {
        const before = Y.encodeStateVector(doc);
        doc.getMap('votes').set(`${i}/${j}`, 'x'.repeat(900_000));
        sender.send(encodeUpdate(Y.encodeStateAsUpdate(doc, before)));
      }
    });
    const codes = senders.map(({ closed }) => closed);
    expect((await Promise.race(codes)).code).toBe(4503);
  });
});
