import type { TeamRole, TeamView } from '#board/api/teams.ts';
import type { Team } from '../db/generated/client.ts';

/** What a team query has to include for `viewTeam`. */
export const teamCounts = {
  _count: { select: { memberships: true, boards: { where: { binnedAt: null } } } },
} as const;

type CountedTeam = Team & { _count: { memberships: number; boards: number } };

export function viewTeam(
  { id, name, createdAt, _count }: CountedTeam,
  role: TeamRole | null,
): TeamView {
  const { memberships: members, boards } = _count;
  return { id, name, role, members, boards, createdAt: createdAt.toISOString() };
}
