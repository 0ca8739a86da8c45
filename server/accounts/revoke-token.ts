import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** Ends a token of the asker's own; connections opened with it close at once. */
export async function revokeToken(house: House, actor: Actor, tokenId: string): Promise<void> {
  const { id } = mustBeUser(actor);
  await house.db.$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, userId: id, revokedAt: null },
      data: { revokedAt: house.clock() },
    });
    if (count === 0) throw new Refusal('not-found', 'You have no such token.');
    await recordDeed(tx, actor, 'token.revoke', tokenId);
  });
  await house.documents.recheck({ personId: id });
}
