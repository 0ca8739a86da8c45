import type { InviteView } from '#board/api/boards.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { Invite, User } from '../db/generated/client.ts';
import type { House } from '../house.ts';

/** What an invite query has to include for `viewInvite`. */
export const inviteParts = { createdBy: true, _count: { select: { passes: true } } } as const;

/** The board's links that still hold, newest first. */
export async function listInvites(
  house: House,
  actor: Actor,
  boardId: string,
): Promise<InviteView[]> {
  await mustOnBoard(house, actor, boardId, 'board.invite');
  const rows = await house.db.invite.findMany({
    where: {
      boardId,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: house.clock() } }],
    },
    include: inviteParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(viewInvite);
}

export function viewInvite(
  row: Invite & { createdBy: User; _count: { passes: number } },
): InviteView {
  const { id, access, createdAt, createdBy, expiresAt, _count } = row;
  return {
    id,
    access,
    createdAt: createdAt.toISOString(),
    createdBy: { id: createdBy.id, name: createdBy.name },
    expiresAt: expiresAt?.toISOString() ?? null,
    joined: _count.passes,
  };
}
