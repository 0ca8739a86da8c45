import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';

/** Ends every session of the asker, this one too; API tokens stay. Open boards close at once. [ACCESS-4] */
export async function signOutEverywhere(house: House, actor: Actor): Promise<void> {
  const { id } = mustBeUser(actor);
  await house.db.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    await recordDeed(tx, actor, 'sessions.revoke', id);
  });
  await house.documents.recheck({ personId: id });
}
