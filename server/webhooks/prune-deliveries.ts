import type { House } from '../house.ts';

const KEEP_MS = 30 * 24 * 3600_000;

/** Removes deliveries that are older than 30 days; returns how many went. [HOOK-7] */
export async function pruneDeliveries({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<number> {
  const before = new Date(clock().getTime() - KEEP_MS);
  const { count } = await db.webhookDelivery.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
