import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Kind } from '#board/wire.ts';
import { encodeAnswer, encodeUpdate } from '#server/sync/frames.ts';
import { until } from '#tests/support/sync.ts';
import { world } from './world.ts';

/** A document whose author wrote twice, each time as one update. */
function twoUpdates(): [Uint8Array, Uint8Array] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const name of ['a', 'b']) doc.getMap('votes').set(name, 1);
  const [first = new Uint8Array(), second = new Uint8Array()] = updates;
  return [first, second];
}

test('[SYNC-74] who saw what the server lost waits until its author brings it, and loses nothing', async () => {
  const { joined, log, boardId } = await world();
  const [first, second] = twoUpdates();
  const bert = await joined('bert');
  bert.send(encodeAnswer(first));
  await until('bert is saved', () => bert.own.some(({ kind }) => kind === Kind.saved));
  // Anna saw the second one before the server died.
  const anna = await joined('anna');
  const questions = (): number => anna.ofKind(0).filter(isQuestion).length;
  const doc = new Y.Doc();
  for (const update of [first, second]) Y.applyUpdate(doc, update);
  doc.getMap('votes').set('c', 1);
  const rows = log.boards.get(boardId)?.rows.length;
  anna.send(encodeAnswer(Y.encodeStateAsUpdate(doc)));
  await until('anna is asked again', () => questions() === 2);
  // What she wrote herself is kept, what she saw is not.
  expect(log.boards.get(boardId)?.rows.length).toBe((rows ?? 0) + 1);
  expect(anna.own.map(({ kind }) => kind)).not.toContain(Kind.saved);
  bert.send(encodeUpdate(second));
  anna.send(encodeAnswer(Y.encodeStateAsUpdate(doc)));
  await until('anna is saved', () => anna.own.some(({ kind }) => kind === Kind.saved));
  const stored = new Y.Doc();
  for (const { bytes } of (await log.read(boardId)).rows) Y.applyUpdate(stored, bytes);
  expect(stored.getMap('votes').toJSON()).toEqual({ a: 1, b: 1, c: 1 });
});

function isQuestion(frame: { readonly arr: Uint8Array; readonly pos: number }): boolean {
  return frame.arr[frame.pos] === 0;
}
