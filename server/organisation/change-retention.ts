import type { RetentionInput, RetentionView } from '#board/api/organisation.ts';
import { mustInHouse } from '../access/must.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { viewRetention } from './read-retention.ts';

/** Says how long snapshots are kept; what is older by then goes with the next round. [SNAP-7] */
export async function changeRetention(
  house: House,
  actor: Actor,
  { dailyDays, otherDays }: RetentionInput,
): Promise<RetentionView> {
  mustInHouse(actor, 'organisation.keep-snapshots');
  return house.db.$transaction(async (tx) => {
    const { id } = await tx.organisation.findFirstOrThrow();
    const data = {
      ...(dailyDays === undefined ? {} : { keepDailyDays: dailyDays }),
      ...(otherDays === undefined ? {} : { keepOtherDays: otherDays }),
    };
    const view = viewRetention(await tx.organisation.update({ where: { id }, data }));
    await recordDeed(tx, actor, 'organisation.keep-snapshots', id, { ...view });
    return view;
  });
}
