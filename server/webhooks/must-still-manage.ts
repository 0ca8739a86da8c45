import { Refusal } from '../refusal.ts';
import type { UserActor } from '../auth/actor.ts';
import type { Tx } from '../house.ts';

/**
 * Throws when the asker manages the team no longer; until the transaction ends nobody takes that from
 * them. So a webhook has a keeper from its beginning, or is switched off with the others. [HOOK-9]
 */
export async function mustStillManage(
  tx: Tx,
  { id: userId }: UserActor,
  teamId: string,
): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select role from membership
    where team_id = ${teamId} and user_id = ${userId} and role = 'manager' for share`;
  if (rows.length === 0)
    throw new Refusal('no-right', 'Webhooks are kept by managers of the team.');
}
