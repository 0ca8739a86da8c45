import type { Seen } from '#board/effect-gate.ts';
import { todayOf } from '../accounts/zone-of.ts';
import type { UserActor } from '../auth/actor.ts';
import type { House, Tx } from '../house.ts';
import { viewReading } from '../measures/view-measure.ts';
import { newId } from '../new-id.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import type { TaskRow } from './view-task.ts';

/** Puts what was read at a check into the measure, as a reading of the reader's today; nothing without one. [ACT-5] [ACT-25] */
export async function addCheckReading(
  tx: Tx,
  house: Pick<House, 'clock' | 'zone'>,
  user: UserActor,
  { teamId, measureId }: TaskRow,
  { reading }: Seen,
): Promise<void> {
  if (measureId === null || reading === undefined) return;
  const at = todayOf(house, user);
  const row = await tx.reading.create({
    data: { id: newId(), measureId, at, value: reading, byId: user.id },
    include: { by: true },
  });
  const data = { ...viewReading(row), measureId };
  await tellWebhooks(tx, house, { teamId, type: 'reading.added', data });
}
