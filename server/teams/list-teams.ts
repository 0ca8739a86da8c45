import type { TeamView } from '#board/api/teams.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { teamCounts, viewTeam } from './view-team.ts';

/** The asker's teams by name; every team for an administrator. */
export async function listTeams({ db }: House, actor: Actor): Promise<TeamView[]> {
  const user = mustBeUser(actor);
  const mine = { memberships: { some: { userId: user.id } } };
  const teams = await db.team.findMany({
    where: user.admin ? {} : mine,
    include: { ...teamCounts, memberships: { where: { userId: user.id } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return teams.map((team) => viewTeam(team, team.memberships[0]?.role ?? null));
}
