import type { Snapshot } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { endSharesWith } from '../shares/end-shares-with.ts';
import { holdSnapshots } from './content-rows.ts';
import { releaseContent } from './release-content.ts';
import { sealOf } from './snapshot-hash.ts';

const DAY_MS = 24 * 3600_000;
/** Milliseconds: what built on the contents is packed anew meanwhile. */
const TIMEOUT_MS = 60_000;

/**
 * Takes away the contents of snapshots that are older than their organisation keeps them. The row
 * stays in the chain under a seal. A board's newest snapshot stays whole, and so does one that
 * somebody answered. Returns how many went. [SNAP-7]
 */
export async function retireSnapshots(house: House): Promise<number> {
  let count = 0;
  for (const { id, boardId } of await dueSnapshots(house)) {
    try {
      if (await retire(house, boardId, id)) count += 1;
    } catch (error) {
      house.log.error({ err: error, boardId, snapshotId: id }, 'a snapshot could not be retired');
    }
  }
  return count;
}

async function dueSnapshots({ db, clock }: House): Promise<Pick<Snapshot, 'id' | 'boardId'>[]> {
  const organisations = await db.organisation.findMany();
  const found = [];
  for (const { id, keepDailyDays, keepOtherDays } of organisations) {
    for (const [days, why] of [
      [keepDailyDays, 'daily'],
      [keepOtherDays, { not: 'daily' }],
    ] as const) {
      if (days === null) continue;
      const createdAt = { lt: new Date(clock().getTime() - days * DAY_MS) };
      const board = { team: { organisationId: id } };
      const where = { why, goneAt: null, createdAt, board, reviews: { none: {} } };
      found.push(...(await db.snapshot.findMany({ where, select: { id: true, boardId: true } })));
    }
  }
  return found;
}

function retire(house: House, boardId: string, id: string): Promise<boolean> {
  return house.db.$transaction(
    async (tx) => {
      await holdSnapshots(tx, boardId);
      const row = await stillDue(tx, boardId, id);
      if (!row) return false;
      const goneAt = house.clock();
      await tx.snapshot.update({ where: { id }, data: { goneAt, seal: sealOf(row, goneAt) } });
      await endSharesWith(tx, { snapshotId: id }, goneAt);
      for (const hash of [row.stateHash, row.documentHash]) {
        await releaseContent(tx, house.snapshotWork, boardId, hash);
      }
      return true;
    },
    { timeout: TIMEOUT_MS },
  );
}

async function stillDue(tx: Tx, boardId: string, id: string): Promise<Snapshot | null> {
  const newest = await tx.snapshot.findFirst({ where: { boardId }, orderBy: { number: 'desc' } });
  if (newest?.id === id) return null;
  return tx.snapshot.findFirst({ where: { id, goneAt: null, reviews: { none: {} } } });
}
