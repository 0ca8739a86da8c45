import type { RetentionView } from '#board/api/organisation.ts';
import { mustInHouse } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { Organisation } from '../db/generated/client.ts';
import type { House } from '../house.ts';

/** How long snapshots are kept. */
export async function readRetention({ db }: House, actor: Actor): Promise<RetentionView> {
  mustInHouse(actor, 'organisation.keep-snapshots');
  return viewRetention(await db.organisation.findFirstOrThrow());
}

export function viewRetention({ keepDailyDays, keepOtherDays }: Organisation): RetentionView {
  return { dailyDays: keepDailyDays, otherDays: keepOtherDays };
}
