import type { Actor } from '../auth/actor.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** The person who is to own an action: a user id of the team, or `me`. */
export async function findOwner(
  db: PrismaClient | Tx,
  actor: Actor,
  teamId: string,
  wanted: string,
): Promise<{ id: string; name: string }> {
  const userId = wanted === 'me' && actor.kind === 'user' ? actor.id : wanted;
  const membership = await db.membership.findUnique({
    where: { teamId_userId: { teamId, userId } },
    include: { user: true },
  });
  if (membership) return { id: membership.user.id, name: membership.user.name };
  throw new Refusal('invalid', 'The owner has to be somebody of the team.', [
    { field: 'owner', code: 'not-in-team', message: 'is not in the team' },
  ]);
}
