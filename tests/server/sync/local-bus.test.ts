import { expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { localBus } from '#server/sync/local-bus.ts';
import { Ear, entry } from './bus-contract.ts';

test('with one node there is nobody to tell, nobody to wait for, and nothing to hear', async () => {
  const [board, ear] = [asBoardId('b'), new Ear()];
  await localBus.start();
  expect(localBus.connected).toBe(true);
  const undo = localBus.follow(board, ear);
  localBus.ring(board, { epoch: 1, seq: 1 });
  localBus.showPresence(board, [entry(1, 1)]);
  localBus.askPresence(board);
  localBus.announce({ is: 'recheck' });
  undo();
  await localBus.stop();
  expect([ear.rings, ear.presences, ear.asked]).toEqual([[], [], 0]);
});
