import type { SnapshotView } from '#board/api/snapshots.ts';
import { asBoardId } from '#board/ids.ts';
import type { House, Tx } from '../house.ts';
import { holdSnapshots, isThere } from './content-rows.ts';
import { makeSnapshot } from './make-snapshot.ts';
import type { MadeSnapshot } from './make-snapshot.ts';
import { storeSnapshot } from './store-snapshot.ts';
import type { Cause } from './store-snapshot.ts';

/** What a snapshot builds on can go between making and storing it; oftener than this is a fault. */
const ATTEMPTS = 5;

/**
 * Keeps the board as it is on disk now, for any reason; whoever calls it has checked the rights. The
 * board is read from its log and packed beside the main thread, and stored in a short transaction:
 * people go on drawing meanwhile, and what they draw after the call may or may not be in it.
 */
export async function takeSnapshotBecause(house: House, cause: Cause): Promise<SnapshotView> {
  // What was applied before the call is on disk after this, and facts are those of now.
  await house.documents.standing(asBoardId(cause.boardId));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const made = await makeSnapshot(house, cause.boardId);
    const stored = await storeMade(house, made, cause);
    if (stored) return stored;
  }
  throw new Error('what the snapshot builds on went away each time');
}

/**
 * Stores it in the board's chain. Undefined when retention took away what it builds on, after it was
 * made, and when it is not `wanted` any more.
 */
export function storeMade(
  house: House,
  made: MadeSnapshot,
  cause: Cause,
  wanted: (tx: Tx) => Promise<boolean> = () => Promise.resolve(true),
): Promise<SnapshotView | undefined> {
  return house.db.$transaction(async (tx) => {
    await holdSnapshots(tx, cause.boardId);
    const stands = (await wanted(tx)) && (await canStand(tx, cause.boardId, made));
    return stands ? storeSnapshot(tx, house, made, cause) : undefined;
  });
}

async function canStand(
  tx: Tx,
  boardId: string,
  { kept: { state, document } }: MadeSnapshot,
): Promise<boolean> {
  for (const { base } of [state, document]) {
    if (base !== null && !(await isThere(tx, boardId, base))) return false;
  }
  return true;
}
