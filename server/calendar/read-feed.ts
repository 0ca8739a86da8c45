import type { CalendarFeedView } from '#board/api/preferences.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';

/** Whether the asker has an address for calendar programs, and whether one reads it. */
export async function readFeed({ db }: House, actor: Actor): Promise<CalendarFeedView> {
  const { id } = mustBeUser(actor);
  const row = await db.calendarFeed.findUnique({ where: { userId: id } });
  return {
    madeAt: row?.createdAt.toISOString() ?? null,
    readAt: row?.readAt?.toISOString() ?? null,
  };
}
