import { isActive } from '../accounts/is-active.ts';
import { createWelcomeLink } from '../accounts/welcome-link.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mayHandOver } from './may-hand-over.ts';
import { mustBeMember } from './must-be-member.ts';

/**
 * Makes a new welcome link for a member who never came in, and ends the earlier ones. Somebody who
 * has a password or signs in elsewhere gets none: the link would hand their account over.
 */
export async function renewWelcome(
  house: House,
  actor: Actor,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<{ welcomeUrl: string }> {
  await mustOnTeam(house, actor, teamId, 'team.manage-members');
  return house.db.$transaction(async (tx) => {
    const { user } = await mustBeMember(tx, teamId, userId);
    if (isActive(user)) {
      throw new Refusal('conflict', 'This person has come in already and signs in.');
    }
    if (!(await mayHandOver(tx, actor, { teamId, userId }))) {
      throw new Refusal('no-right', 'Another team invited this person too: ask its manager.');
    }
    const now = house.clock();
    await tx.welcomeLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    await recordDeed(tx, actor, 'welcome.renew', teamId, { userId });
    return { welcomeUrl: await createWelcomeLink(tx, house, userId) };
  });
}
