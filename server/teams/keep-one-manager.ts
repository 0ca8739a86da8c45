import type { Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** Throws, and so undoes the transaction, when a change would leave a team without a manager. */
export async function keepOneManager(tx: Tx, teamId: string): Promise<void> {
  // Two managers who demote each other at once wait here for each other.
  await tx.$queryRaw`select id from team where id = ${teamId} for update`;
  const managers = await tx.membership.count({ where: { teamId, role: 'manager' } });
  if (managers === 0) throw new Refusal('conflict', 'A team keeps at least one manager.');
}
