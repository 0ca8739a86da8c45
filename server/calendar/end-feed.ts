import { recordDeed } from '../audit/record-deed.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';

/** Ends the address of the asker's calendar; without one there is nothing to end. [MAIL-9] */
export async function endFeed({ db }: House, actor: Actor): Promise<void> {
  const { id: userId } = mustBeUser(actor);
  await db.$transaction(async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { userId } });
    if (count > 0) await recordDeed(tx, actor, 'calendar.end', userId);
  });
}
