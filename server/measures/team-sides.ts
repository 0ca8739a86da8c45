import type { Side } from '#board/catchball.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';

/** Everybody of a team with their role: the sides between which a target goes. */
export async function teamSides(db: PrismaClient | Tx, teamId: string): Promise<Side[]> {
  const members = await db.membership.findMany({ where: { teamId } });
  return members.map(({ userId, role }) => ({ id: userId, role }));
}

/** Whoever asks, as a side; undefined for somebody who is in the team by no role. */
export function sideOf(team: readonly Side[], userId: string): Side | undefined {
  return team.find(({ id }) => id === userId);
}
