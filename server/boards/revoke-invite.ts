import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** Ends a link; whoever is on the board by it alone leaves at once. */
export async function revokeInvite(
  house: House,
  actor: Actor,
  { boardId, inviteId }: { boardId: string; inviteId: string },
): Promise<void> {
  await mustOnBoard(house, actor, boardId, 'board.invite');
  await house.db.$transaction(async (tx) => {
    const { count } = await tx.invite.updateMany({
      where: { id: inviteId, boardId, revokedAt: null },
      data: { revokedAt: house.clock() },
    });
    if (count === 0) throw new Refusal('not-found', 'This board has no such link.');
    await recordDeed(tx, actor, 'invite.revoke', boardId, { inviteId });
  });
  await house.documents.recheck({ boardId: asBoardId(boardId) });
}
