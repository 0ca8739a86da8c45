import { may } from '#board/access.ts';
import type { Actor } from '../auth/actor.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { standingOnBoard } from './standing.ts';

/** Whether somebody sees a board now, by its team or by an invite link that still holds. */
export async function maySeeBoard(
  db: PrismaClient | Tx,
  actor: Actor,
  boardId: string,
  now: Date,
): Promise<boolean> {
  const standing = await standingOnBoard(db, actor, boardId, now);
  return may(standing?.subjects ?? [], 'board.see');
}
