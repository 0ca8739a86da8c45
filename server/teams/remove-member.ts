import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { endSharesWith } from '../shares/end-shares-with.ts';
import { switchOffKeptBy } from '../webhooks/switch-off-kept-by.ts';
import { keepOneManager } from './keep-one-manager.ts';
import { mustBeMember } from './must-be-member.ts';

/** Takes a person out of a team; their open boards of it close at once, their tasks stay theirs. */
export async function removeMember(
  house: House,
  actor: Actor,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<void> {
  await mustOnTeam(house, actor, teamId, 'team.manage-members');
  await house.db.$transaction(async (tx) => {
    await mustBeMember(tx, teamId, userId);
    await tx.membership.delete({ where: { teamId_userId: { teamId, userId } } });
    await keepOneManager(tx, teamId);
    await switchOffKeptBy(tx, house, { teamId, userId });
    const theirs = { createdById: userId, snapshot: { board: { teamId } } };
    await endSharesWith(tx, theirs, house.clock());
    await recordDeed(tx, actor, 'member.remove', teamId, { userId });
  });
  await house.documents.recheck({ personId: userId });
  await refreshTeamBoards(house, teamId);
}
