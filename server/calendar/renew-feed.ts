import type { NewCalendarFeedView } from '#board/api/preferences.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { hashSecret, newSecret } from '../auth/secrets.ts';
import type { House } from '../house.ts';

/** Makes an address under which calendar programs read the asker's tasks; the one before ends. [MAIL-9] */
export async function renewFeed(house: House, actor: Actor): Promise<NewCalendarFeedView> {
  const { id: userId } = mustBeUser(actor);
  const secret = newSecret();
  const made = { hash: hashSecret(secret), createdAt: house.clock(), readAt: null };
  await house.db.$transaction(async (tx) => {
    await tx.calendarFeed.upsert({ where: { userId }, create: { userId, ...made }, update: made });
    await recordDeed(tx, actor, 'calendar.renew', userId);
  });
  return { url: `${house.env.publicUrl}/calendar/${secret}.ics` };
}
