import { expect, test } from 'vitest';
import { Draft } from '#server/sync/draft.ts';
import { emptyBoard } from '#tests/support/sync.ts';

test('[SYNC-19] a draft that is made again goes on under the same Yjs client id', () => {
  const first = new Draft([emptyBoard()], 7);
  const row = first.change(({ votes }) => void votes.set('a', 1));
  const again = new Draft([emptyBoard(), row ?? new Uint8Array()], 7);
  again.change(({ votes }) => void votes.set('b', 1));
  expect(again.doc.clientID).toBe(7);
  expect(again.homes.state(7)).toBe(2);
});
