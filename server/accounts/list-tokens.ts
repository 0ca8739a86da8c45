import type { TokenView } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { viewToken } from './add-token.ts';

/** The asker's own tokens that still hold, newest first. */
export async function listTokens({ db }: House, actor: Actor): Promise<TokenView[]> {
  const { id } = mustBeUser(actor);
  const rows = await db.apiToken.findMany({
    where: { userId: id, revokedAt: null },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(viewToken);
}
