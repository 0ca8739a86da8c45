import type { TeamView } from '#board/api/teams.ts';
import { teamRoles } from '#board/api/teams.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { teamCounts, viewTeam } from './view-team.ts';

export async function readTeam(house: House, actor: Actor, teamId: string): Promise<TeamView> {
  const { subjects } = await mustOnTeam(house, actor, teamId, 'team.see');
  const team = await house.db.team.findUniqueOrThrow({
    where: { id: teamId },
    include: teamCounts,
  });
  return viewTeam(team, teamRoles.find((role) => subjects.includes(role)) ?? null);
}
