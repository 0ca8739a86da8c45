import type { SnapshotView } from '#board/api/snapshots.ts';
import type { House, Tx } from '../house.ts';
import { holdSnapshots } from './content-rows.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { storeSnapshot } from './store-snapshot.ts';
import type { Cause } from './store-snapshot.ts';

/**
 * Keeps the board in the transaction that changes it, so that nothing is between the two. Whoever
 * holds the board as well holds its snapshots first: those who store one take them in this order.
 */
export async function snapshotWithin(house: House, tx: Tx, cause: Cause): Promise<SnapshotView> {
  await holdSnapshots(tx, cause.boardId);
  const made = await makeSnapshot(house, cause.boardId, tx);
  return storeSnapshot(tx, house, made, cause);
}
