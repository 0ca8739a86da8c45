import type { ChangeMemberInput, MemberView } from '#board/api/teams.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { keepOneManager } from './keep-one-manager.ts';
import { viewMember } from './list-members.ts';
import { switchOffKeptBy } from '../webhooks/switch-off-kept-by.ts';
import { mustBeMember } from './must-be-member.ts';

/** Gives a member another role; it holds for open boards at once. */
export async function changeMember(
  house: House,
  actor: Actor,
  { teamId, userId }: { teamId: string; userId: string },
  input: ChangeMemberInput,
): Promise<MemberView> {
  await mustOnTeam(house, actor, teamId, 'team.manage-members');
  const row = await house.db.$transaction(async (tx) => {
    await mustBeMember(tx, teamId, userId);
    const changed = await tx.membership.update({
      where: { teamId_userId: { teamId, userId } },
      data: { role: input.role },
      include: { user: { include: { accounts: true } } },
    });
    await keepOneManager(tx, teamId);
    if (input.role !== 'manager') await switchOffKeptBy(tx, house, { teamId, userId });
    await recordDeed(tx, actor, 'member.change', teamId, { userId, role: input.role });
    return changed;
  });
  await house.documents.recheck({ personId: userId });
  return viewMember(row);
}
