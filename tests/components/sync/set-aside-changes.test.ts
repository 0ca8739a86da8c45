import { expect, test } from 'vitest';
import { SetAsideChanges } from '#components/sync/set-aside-changes.ts';
import { entry } from './device.ts';

test('[SYNC-45] what is nowhere else is spoken of, and put away, before what was written again', () => {
  const changes = new SetAsideChanges();
  const renewed = { ...entry({ changes: 2 }), id: 1, reason: 'epoch-changed' } as const;
  const refused = { ...entry({ changes: 3 }), id: 2, reason: 'damaged' } as const;
  const inTab = { ...entry(), id: undefined, reason: 'too-large' } as const;
  changes.takeIn([refused, renewed]);
  changes.takeIn([refused, inTab]);
  expect(changes.shown).toEqual({ changes: 4, reason: 'too-large' });
  expect(changes.drop()).toEqual([2]);
  expect(changes.shown).toEqual({ changes: 2, reason: 'epoch-changed' });
  expect(changes.drop()).toEqual([1]);
  expect(changes.shown).toBeUndefined();
});
