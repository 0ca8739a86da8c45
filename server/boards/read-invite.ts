import type { Board, Invite, Team } from '../db/generated/client.ts';
import { hashSecret } from '../auth/secrets.ts';
import type { House } from '../house.ts';

export interface OpenInvite {
  readonly boardId: string;
  readonly boardTitle: string;
  readonly teamName: string;
  readonly access: 'view' | 'write';
}

/** Where a link leads; null when there is none, or it ran out or was revoked. */
export async function readInvite(house: House, secret: string): Promise<OpenInvite | null> {
  const invite = await findInvite(house, secret);
  if (!invite) return null;
  const { board, access } = invite;
  return { boardId: board.id, boardTitle: board.title, teamName: board.team.name, access };
}

export async function findInvite(
  { db, clock }: House,
  secret: string,
): Promise<(Invite & { board: Board & { team: Team } }) | undefined> {
  const invite = await db.invite.findUnique({
    where: { hash: hashSecret(secret) },
    include: { board: { include: { team: true } } },
  });
  if (!invite || invite.revokedAt || invite.board.binnedAt) return undefined;
  return invite.expiresAt && invite.expiresAt <= clock() ? undefined : invite;
}
