import { expect, test, vi } from 'vitest';
import { Connection } from '#server/sync/connection.ts';
import { until } from '#tests/support/sync.ts';
import { world } from './world.ts';

test('[SYNC-18] a late peer gets nothing more, and all it missed once it took what waits', async () => {
  const { settled, joined } = await world();
  const anna = await settled('anna');
  const raw = await joined('bert');
  raw.send(Uint8Array.of(0, 0, 1, 0));
  await until('bert follows', () => raw.ofKind(0).length >= 3);
  const frames = raw.ofKind(0).length;
  const late = vi.spyOn(Connection.prototype, 'isLate', 'get').mockReturnValue(true);
  for (let i = 0; i < 5; i++) {
    anna.board.votes.set(`v${i}`, i);
    await until('it is saved', () => anna.saving === 'saved');
  }
  expect(raw.ofKind(0).length).toBe(frames);
  late.mockRestore();
  await until('bert gets it', () => raw.ofKind(0).length > frames);
  expect(raw.ofKind(0).length).toBe(frames + 1);
  const carl = await settled('carl');
  expect(carl.board.votes.size).toBe(5);
});
