import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodeAsk } from '#server/sync/frames.ts';
import { until } from '#tests/support/sync.ts';
import { world } from './world.ts';

test('[WIRE-1] a stock y-websocket client reads and writes', async () => {
  const { settled, stock } = await world();
  const anna = await settled('anna');
  const bert = stock('bert');
  anna.board.votes.set('a', 1);
  await until('the stock client reads', () => bert.doc.getMap('votes').get('a') === 1);
  bert.doc.getMap('votes').set('b', 2);
  await until('our client reads', () => anna.board.votes.get('b') === 2);
  await until('it is saved', () => anna.saving === 'saved');
  expect(Y.encodeStateAsUpdate(anna.doc)).toEqual(Y.encodeStateAsUpdate(bert.doc));
});

test('[WIRE-1] a stock client with work from before brings it in', async () => {
  const { settled, stock } = await world();
  const doc = new Y.Doc();
  doc.getMap('votes').set('before', 1);
  stock('bert', doc);
  const anna = await settled('anna');
  await until('anna has it', () => anna.board.votes.get('before') === 1);
});

test('[WIRE-1] without ?protocol no kind from 100 up is sent', async () => {
  const { joined, settled } = await world();
  const stock = await joined('bert', '');
  const own = await joined('anna');
  stock.send(encodeAsk(Uint8Array.of(0)));
  const carl = await settled('carl');
  carl.board.votes.set('a', 1);
  await until('the update arrives', () => stock.ofKind(0).length >= 3);
  expect(stock.own).toEqual([]);
  expect(own.own.length).toBeGreaterThan(0);
});
