import type { Tx } from './house.ts';

/** Until this transaction ends, every other one that names the same thing waits here. */
export async function oneAtATime(tx: Tx, thing: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${thing}, 0))`;
}
