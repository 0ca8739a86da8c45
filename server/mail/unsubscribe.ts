import type { UnsubscribedView } from '#board/api/preferences.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { nobody } from '../auth/actor.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';
import type { Unsubscribing } from './unsubscribe-token.ts';
import { wantedMails, wantsColumn } from './wanted-mails.ts';

/** Ends the mails that the link is about; whoever has the link may, signed in or not. Twice is as once. [MAIL-6] */
export async function unsubscribe(
  house: House,
  { token }: { token: string },
): Promise<UnsubscribedView> {
  const what = await mustHold(house, token);
  const { userId, kind } = what.asked;
  return house.db.$transaction(async (tx) => {
    const column = wantsColumn[kind];
    const { count } = await tx.user.updateMany({
      where: { id: userId, [column]: true },
      data: { [column]: false },
    });
    if (count > 0) await recordDeed(tx, nobody, 'mail.unsubscribe', userId, { kind });
    return viewOf(kind, await tx.user.findUniqueOrThrow({ where: { id: userId } }));
  });
}

/** What the link would end, and what comes now; null for a link that is none of ours. */
export async function readUnsubscribe(
  house: House,
  token: string,
): Promise<UnsubscribedView | null> {
  const what = await find(house, token);
  return what ? viewOf(what.asked.kind, what.user) : null;
}

async function mustHold(house: House, token: string) {
  const what = await find(house, token);
  if (!what) throw new Refusal('expired', 'This link ends no mails.');
  return what;
}

async function find(
  house: House,
  token: string,
): Promise<{ asked: Unsubscribing; user: User } | undefined> {
  const asked = readUnsubscribeToken(house, token);
  const user = asked && (await house.db.user.findUnique({ where: { id: asked.userId } }));
  return asked && user ? { asked, user } : undefined;
}

function viewOf(kind: Unsubscribing['kind'], user: User): UnsubscribedView {
  return { kind, ...wantedMails(user) };
}
