import type { Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** The membership with its user, in the form that `viewMember` and `isActive` read. */
export async function mustBeMember(tx: Tx, teamId: string, userId: string) {
  const row = await tx.membership.findUnique({
    where: { teamId_userId: { teamId, userId } },
    include: { user: { include: { accounts: true } } },
  });
  if (!row) throw new Refusal('not-found', 'This person is not in the team.');
  return row;
}
