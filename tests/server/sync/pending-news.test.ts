import { expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { PendingNews } from '#server/sync/pending-news.ts';

test('[SYNC-62] kept news are each kept once, in order, and taken once', () => {
  const pending = new PendingNews();
  pending.add({ is: 'recheck', personId: 'kees' });
  pending.add({ is: 'refresh', boardId: asBoardId('b') });
  pending.add({ is: 'recheck', personId: 'kees' });
  pending.add({ is: 'recheck', boardId: asBoardId('b') });
  expect(pending.takeAll()).toEqual([
    { is: 'recheck', personId: 'kees' },
    { is: 'refresh', boardId: 'b' },
    { is: 'recheck', boardId: 'b' },
  ]);
  expect(pending.takeAll()).toEqual([]);
});

test('[SYNC-62] too many checks become one of everybody, and memory stays bounded', () => {
  const pending = new PendingNews();
  for (let n = 0; n < 100_000; n++) {
    pending.add({ is: 'recheck', personId: `person-${n}` });
    pending.add({ is: 'refresh', boardId: asBoardId(`board-${n}`) });
  }
  const kept = pending.takeAll();
  expect(kept.length).toBeLessThanOrEqual(1_000);
  expect(kept).toContainEqual({ is: 'recheck' });
  expect(kept).toContainEqual({ is: 'refresh', boardId: 'board-99999' });
});
