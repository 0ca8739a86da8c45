import { standingInHouse } from '../access/standing.ts';
import type { Actor } from '../auth/actor.ts';
import type { Tx } from '../house.ts';

/**
 * True when the actor may hand an account to whoever opens a link: nobody else's team counts on it
 * yet, or the actor keeps the installation. Otherwise one team's manager could come in as a person
 * whom another team invited. [ACCESS-1]
 */
export async function mayHandOver(
  tx: Tx,
  actor: Actor,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<boolean> {
  if (standingInHouse(actor).includes('admin')) return true;
  const elsewhere = await tx.membership.count({ where: { userId, teamId: { not: teamId } } });
  return elsewhere === 0;
}
