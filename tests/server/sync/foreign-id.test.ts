import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Kind } from '#board/wire.ts';
import { encodeUpdate } from '#server/sync/frames.ts';
import { until } from '#tests/support/sync.ts';
import { world } from './world.ts';

/** A part without content under somebody else's id, which makes Yjs take their next edits for known. */
function forgery(client: number, clock: number, length: number): Uint8Array {
  const varint = (value: number): number[] =>
    value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
  return Uint8Array.from([1, 1, client, clock, 0, length, 0].flatMap(varint).map(Number));
}

test('[SYNC-27] a forged part costs its author the connection, and its victim nothing', async () => {
  const { settled, joined, server, boardId } = await world();
  const anna = await settled('anna');
  anna.board.votes.set('first', 1);
  await until('anna is saved', () => anna.saving === 'saved');
  const mallory = await joined('mallory');
  const { clientID } = anna.doc;
  const part = forgery(clientID, Y.getState(anna.doc.store, clientID), 100);
  mallory.send(encodeUpdate(part));
  expect((await mallory.closed).code).toBe(4403);
  expect(mallory.own.at(-1)).toMatchObject({ kind: Kind.refused, body: { code: 'foreign-id' } });
  for (let i = 0; i < 100; i++) anna.board.votes.set(`v${i}`, i);
  await until('all is saved', () => anna.saving === 'saved');
  expect(await server.rooms.read(boardId, ({ votes }) => votes.size)).toBe(101);
});

test('[SYNC-27] an id stays its owner’s after the room was dropped', async () => {
  const { settled, joined, server } = await world({ idleMs: 1 });
  const anna = await settled('anna');
  anna.board.votes.set('first', 1);
  await until('anna is saved', () => anna.saving === 'saved');
  const { clientID } = anna.doc;
  const clock = Y.getState(anna.doc.store, clientID);
  anna.stop();
  await until('the room is dropped', () => server.metrics.rooms === 0);
  const mallory = await joined('mallory');
  mallory.send(encodeUpdate(forgery(clientID, clock, 1)));
  expect((await mallory.closed).code).toBe(4403);
});

test('[SYNC-29] hello says when the id that a client names is somebody else’s', async () => {
  const { settled, joined } = await world();
  const anna = await settled('anna');
  anna.board.votes.set('first', 1);
  await until('anna is saved', () => anna.saving === 'saved');
  const query = `?protocol=1&client=${anna.doc.clientID}`;
  const [bert, again, other] = await Promise.all([
    joined('bert', query),
    joined('anna', query),
    joined('carl', '?protocol=1&client=4294967295'),
  ]);
  expect(bert.own[0]).toMatchObject({ kind: Kind.hello, body: { freshClientId: true } });
  for (const { own } of [again, other]) expect(own[0]?.body).not.toHaveProperty('freshClientId');
});
