import type { Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';

export async function mustBeMember(tx: Tx, teamId: string, userId: string): Promise<void> {
  const row = await tx.membership.findUnique({ where: { teamId_userId: { teamId, userId } } });
  if (!row) throw new Refusal('not-found', 'This person is not in the team.');
}
