import { expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { appendQuickly } from '#server/sync/quick-append.ts';
import type { Prepared } from '#server/sync/quick-append.ts';

const row = {
  boardId: asBoardId('board-1'),
  epoch: 1,
  bytes: Uint8Array.of(0, 0),
  writer: 'writer',
  number: 1,
  claims: new Map<number, string>(),
};

const failing = (code: string): Prepared => {
  return () => Promise.reject(Object.assign(new Error('refused'), { code }));
};

test('[SYNC-31] a row that the quick statement did not store is left to the other one', async () => {
  expect(await appendQuickly(() => Promise.resolve([]), row)).toBeUndefined();
});

test.each(['26000', '42P05'])(
  '[SYNC-31] so it is when a pooler lost the statement (%s)',
  async (code) => {
    expect(await appendQuickly(failing(code), row)).toBeUndefined();
  },
);

test('[SYNC-11] any other failure is the database’s', async () => {
  await expect(appendQuickly(failing('53100'), row)).rejects.toThrow('refused');
});
