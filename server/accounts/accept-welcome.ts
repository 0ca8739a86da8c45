import type { WelcomeInput } from '#board/api/people.ts';
import { asUser } from '../auth/identify.ts';
import { hashPassword } from '../auth/passwords.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { refreshBoardsOf } from '../boards/refresh-team-boards.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { createToken } from './add-token.ts';
import { findWelcomeLink } from './welcome-link.ts';

/** Chooses the password of an account that somebody else added; the link works once. */
export async function acceptWelcome(
  house: House,
  input: WelcomeInput,
): Promise<{ token: string; userId: string; email: string }> {
  const link = await findWelcomeLink(house, input.secret);
  if (!link) throw usedUp();
  const passwordHash = await hashPassword(input.password);
  const made = await house.db.$transaction(async (tx) => {
    // Of several links to one account, opened at once, the first to get here sets its password.
    const { count } = await tx.user.updateMany({
      where: { id: link.userId, passwordHash: null },
      data: { name: input.name ?? link.user.name, passwordHash },
    });
    if (count === 0) throw usedUp();
    await tx.welcomeLink.update({ where: { id: link.id }, data: { usedAt: house.clock() } });
    const user = await tx.user.findUniqueOrThrow({ where: { id: link.userId } });
    const { token } = await createToken(tx, user.id, 'welcome');
    await recordDeed(tx, asUser(user), 'welcome.accept', user.id);
    return { token, userId: user.id, email: user.email };
  });
  await refreshBoardsOf(house, made.userId);
  return made;
}

function usedUp(): Refusal {
  return new Refusal('expired', 'This link was used or ran out; ask for a new one.');
}
