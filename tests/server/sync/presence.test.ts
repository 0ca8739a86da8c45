import { expect, test } from 'vitest';
import { until } from '#tests/support/sync.ts';
import type { TestClient } from '#tests/support/sync.ts';
import { world } from './world.ts';

type State = Record<string, unknown>;

const seenBy = (client: TestClient, who: { awareness: { clientID: number } }): State | undefined =>
  client.connection.awareness.getStates().get(who.awareness.clientID) as State | undefined;

test('[SYNC-12] others see the name that the server knows, whatever the client says', async () => {
  const { settled } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  anna.connection.awareness.setLocalState({ user: { name: 'The boss' }, cursor: [1, 2] });
  await until('bert sees anna', () => seenBy(bert, anna.connection)?.['cursor'] !== undefined);
  expect(seenBy(bert, anna.connection)).toEqual({
    cursor: [1, 2],
    user: { id: 'anna', name: 'ANNA', color: '#123456' },
  });
});

test('[SYNC-12] a stock client is named too', async () => {
  const { settled, stock } = await world();
  const anna = await settled('anna');
  const bert = stock('bert');
  bert.awareness.setLocalStateField('cursor', [5, 5]);
  await until('anna sees bert', () => seenBy(anna, bert) !== undefined);
  expect(seenBy(anna, bert)).toMatchObject({ user: { id: 'bert' }, cursor: [5, 5] });
});

test('[SYNC-13] who comes in sees who is there; who leaves is gone at once', async () => {
  const { settled } = await world();
  const anna = await settled('anna');
  const bert = await settled('bert');
  await until('they see each other', () =>
    [seenBy(anna, bert.connection), seenBy(bert, anna.connection)].every(
      (state) => state?.['user'],
    ),
  );
  bert.stop();
  await until('bert is gone', () => seenBy(anna, bert.connection) === undefined);
});

test('[SYNC-13] who was cut off is seen again after coming back', async () => {
  const { settled, server } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  bert.connection.awareness.setLocalState({ cursor: [1, 1] });
  await until('anna sees bert', () => seenBy(anna, bert.connection)?.['cursor'] !== undefined);
  bert.connection.stop();
  await until('bert is gone', () => seenBy(anna, bert.connection) === undefined);
  bert.connection.awareness.setLocalState({ cursor: [2, 2] });
  bert.connection.start();
  await until('anna sees bert again', () => seenBy(anna, bert.connection) !== undefined);
  expect(server.metrics.sockets).toBe(2);
});

test('[SYNC-13] our client does not send back what it hears', async () => {
  const { settled, server } = await world();
  const [anna, bert] = [await settled('anna'), await settled('bert')];
  anna.connection.awareness.setLocalState({ cursor: 0 });
  await until('bert sees anna', () => seenBy(bert, anna.connection)?.['cursor'] === 0);
  const before = server.metrics.framesIn;
  bert.connection.awareness.setLocalState({ cursor: 1 });
  await until('anna sees bert', () => seenBy(anna, bert.connection)?.['cursor'] === 1);
  expect(server.metrics.framesIn - before).toBe(1);
});
