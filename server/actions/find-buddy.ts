import type { FieldError } from '#board/errors.ts';
import { maySeeBoard } from '../access/may-see-board.ts';
import type { Actor } from '../auth/actor.ts';
import { asUser } from '../auth/identify.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';

interface Wanted {
  readonly boardId: string;
  /** A user id, or `me`. */
  readonly buddy: string;
  /** The id of whoever is responsible, if somebody is. */
  readonly ownerId: string | undefined;
}

/** The person who is to help with an action: somebody other than its owner, who sees the board. [ACT-43] */
export async function findBuddy(
  db: PrismaClient | Tx,
  { clock }: Pick<House, 'clock'>,
  actor: Actor,
  { boardId, buddy, ownerId }: Wanted,
): Promise<{ id: string; name: string }> {
  const id = buddy === 'me' && actor.kind === 'user' ? actor.id : buddy;
  const user = await db.user.findUnique({ where: { id } });
  if (!user || !(await maySeeBoard(db, asUser(user), boardId, clock()))) {
    throw unfit({ field: 'buddy', code: 'no-access', message: 'does not see this board' });
  }
  if (id === ownerId) {
    throw unfit({ field: 'buddy', code: 'is-owner', message: 'is the owner already' });
  }
  return { id, name: user.name };
}

function unfit(error: FieldError): Refusal {
  return new Refusal('invalid', 'A buddy is somebody else who sees the board.', [error]);
}
