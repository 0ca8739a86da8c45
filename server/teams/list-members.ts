import type { MemberView } from '#board/api/teams.ts';
import { mustOnTeam } from '../access/must.ts';
import { isActive } from '../accounts/is-active.ts';
import type { Actor } from '../auth/actor.ts';
import type { Membership, User } from '../db/generated/client.ts';
import type { House } from '../house.ts';

/** The people of a team, by name. */
export async function listMembers(
  house: House,
  actor: Actor,
  teamId: string,
): Promise<MemberView[]> {
  await mustOnTeam(house, actor, teamId, 'team.see');
  const rows = await house.db.membership.findMany({
    where: { teamId },
    include: { user: { include: { accounts: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return rows.map(viewMember);
}

export function viewMember({
  role,
  user,
}: Membership & { user: User & { accounts: unknown[] } }): MemberView {
  return { id: user.id, name: user.name, email: user.email, role, active: isActive(user) };
}
