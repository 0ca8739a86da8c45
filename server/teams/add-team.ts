import { may } from '#board/access.ts';
import type { AddTeamInput, TeamView } from '#board/api/teams.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { standingInHouse } from '../access/standing.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { teamCounts, viewTeam } from './view-team.ts';

/** Makes a team that the asker manages. Administrators may, and whoever manages a team already. */
export async function addTeam(house: House, actor: Actor, input: AddTeamInput): Promise<TeamView> {
  const user = mustBeUser(actor);
  const managed = await house.db.membership.findMany({
    where: { userId: user.id },
    distinct: ['role'],
  });
  const subjects = [...standingInHouse(actor), ...managed.map(({ role }) => role)];
  if (!may(subjects, 'organisation.add-team'))
    throw new Refusal('no-right', 'Only a manager or an administrator adds teams.');
  return house.db.$transaction(async (tx) => {
    const organisation = await tx.organisation.findFirstOrThrow();
    const team = await tx.team.create({
      data: {
        id: newId(),
        name: input.name,
        organisationId: organisation.id,
        memberships: { create: { userId: user.id, role: 'manager' } },
      },
      include: teamCounts,
    });
    await recordDeed(tx, actor, 'team.add', team.id);
    return viewTeam(team, 'manager');
  });
}
