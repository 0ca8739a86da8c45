import type { AddMemberInput, NewMemberView } from '#board/api/teams.ts';
import { holdEmail } from '../accounts/hold-email.ts';
import { createWelcomeLink } from '../accounts/welcome-link.ts';
import { mayHandOver } from './may-hand-over.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { hashPassword } from '../auth/passwords.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { User } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import { viewMember } from './list-members.ts';

/**
 * Adds a person to a team by e-mail address. Somebody without an account gets one and a welcome
 * link, which the answer holds once; a password in the input makes the link needless.
 */
export async function addMember(
  house: House,
  actor: Actor,
  teamId: string,
  input: AddMemberInput,
): Promise<NewMemberView> {
  await mustOnTeam(house, actor, teamId, 'team.manage-members');
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
  const view = await house.db.$transaction(async (tx) => {
    await holdEmail(tx, input.email);
    const known = await tx.user.findUnique({ where: { email: input.email } });
    const user = known ?? (await createUser(tx, input, passwordHash));
    const there = await tx.membership.findUnique({
      where: { teamId_userId: { teamId, userId: user.id } },
    });
    if (there) throw alreadyIn();
    const row = await tx.membership.create({
      data: { teamId, userId: user.id, role: input.role },
      include: { user: { include: { accounts: true } } },
    });
    const member = viewMember(row);
    await recordDeed(tx, actor, 'member.add', teamId, { userId: user.id, role: input.role });
    const mine = await mayHandOver(tx, actor, { teamId, userId: user.id });
    const link = mine && !member.active;
    return { ...member, welcomeUrl: link ? await createWelcomeLink(tx, house, user.id) : null };
  });
  await refreshTeamBoards(house, teamId);
  return view;
}

function createUser(tx: Tx, input: AddMemberInput, passwordHash: string | null): Promise<User> {
  const { email, locale = null } = input;
  const name = input.name ?? email.slice(0, email.indexOf('@'));
  return tx.user.create({ data: { id: newId(), email, name, locale, passwordHash } });
}

function alreadyIn(): Refusal {
  return new Refusal('conflict', 'This person is in the team already.', [
    { field: 'email', code: 'already-member', message: 'is in the team already' },
  ]);
}
