import type { TeamRole } from '#board/api/teams.ts';
import { addToken } from '#server/accounts/add-token.ts';
import { setUp } from '#server/accounts/set-up.ts';
import type { UserActor } from '#server/auth/actor.ts';
import { asUser } from '#server/auth/identify.ts';
import type { House } from '#server/house.ts';
import { addMember } from '#server/teams/add-member.ts';
import { addTeam } from '#server/teams/add-team.ts';
import { removeMember } from '#server/teams/remove-member.ts';

export interface Person {
  readonly actor: UserActor;
  readonly token: string;
}

/** Everybody a test may need, in a house that is set up: one team, and another that it is closed to. */
export interface People {
  readonly teamId: string;
  /** Keeps the installation and is in no team. */
  readonly admin: Person;
  readonly manager: Person;
  readonly member: Person;
  readonly coach: Person;
  /** Was in the team. */
  readonly removed: Person;
  readonly otherTeamId: string;
  readonly otherManager: Person;
  /** A member of the other team. */
  readonly outsider: Person;
}

export const founder = {
  name: 'Anna',
  email: 'anna@example.org',
  password: 'een-lang-wachtwoord',
  organisation: 'Ziekenhuis Zuid',
  team: 'Laboratorium',
};

export async function people(house: House): Promise<People> {
  const { userId, teamId: otherTeamId } = await setUp(house, founder);
  const admin = await personOf(house, userId);
  const { id: teamId } = await addTeam(house, admin.actor, { name: 'Polikliniek' });
  const join = (team: string, name: string, role: TeamRole) =>
    newMember(house, admin.actor, team, { name, role });
  const everybody = {
    manager: await join(teamId, 'Marieke', 'manager'),
    member: await join(teamId, 'Sanne', 'member'),
    coach: await join(teamId, 'Kees', 'coach'),
    removed: await join(teamId, 'Ruud', 'member'),
    otherManager: await join(otherTeamId, 'Otto', 'manager'),
    outsider: await join(otherTeamId, 'Olga', 'member'),
  };
  await removeMember(house, admin.actor, { teamId, userId: everybody.removed.actor.id });
  await removeMember(house, admin.actor, { teamId, userId });
  await removeMember(house, everybody.otherManager.actor, { teamId: otherTeamId, userId });
  return { teamId, otherTeamId, admin, ...everybody };
}

/** Somebody new in a team, with an account and a token. */
export async function newMember(
  house: House,
  by: UserActor,
  teamId: string,
  { name = 'Iemand', role = 'member' }: { name?: string; role?: TeamRole } = {},
): Promise<Person> {
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`;
  const { id } = await addMember(house, by, teamId, { email, name, role });
  return personOf(house, id);
}

async function personOf(house: House, userId: string): Promise<Person> {
  const actor = asUser(await house.db.user.findUniqueOrThrow({ where: { id: userId } }));
  const { token } = await addToken(house, actor, { name: 'test' });
  return { actor, token };
}
