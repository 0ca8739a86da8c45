import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { startMemoryServer, stockClient, TestClient, until } from '#tests/support/sync.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

test('[WIRE-1] a stock y-websocket client reads and writes', async () => {
  const { server, boardId } = await startMemoryServer();
  undo.push(() => server.stop());
  const own = new TestClient(server, boardId, 'anna');
  const stock = stockClient(server, boardId, 'bert');
  undo.push(
    () => own.stop(),
    () => stock.destroy(),
  );

  await until('the own client is live', () => own.link === 'live');
  own.board.votes.set('a', 1);
  await until('the stock client reads', () => stock.doc.getMap('votes').get('a') === 1);
  stock.doc.getMap('votes').set('b', 2);
  await until('the own client reads', () => own.board.votes.get('b') === 2);
  await until('it is saved', () => own.saving === 'saved');
  expect(Y.encodeStateAsUpdate(own.doc)).toEqual(Y.encodeStateAsUpdate(stock.doc));
});
