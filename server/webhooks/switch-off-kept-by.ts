import type { House, Tx } from '../house.ts';
import { dropWaiting } from './drop-waiting.ts';
import { queueOffMails } from './queue-off-mails.ts';

/**
 * Switches off the webhooks of a team that somebody kept who manages it no longer, in the transaction
 * of their leaving: the receiver may be theirs alone. The managers are told, and whoever of them
 * switches one on again keeps it from then on. [HOOK-9]
 */
export async function switchOffKeptBy(
  tx: Tx,
  house: Pick<House, 'env'>,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<void> {
  const kept = await tx.webhook.findMany({
    where: { teamId, keptById: userId, offReason: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of kept) {
    const { count } = await tx.webhook.updateMany({
      where: { id, offReason: null },
      data: { offReason: 'keeper_gone' },
    });
    if (count === 0) continue;
    await dropWaiting(tx, [id]);
    await queueOffMails(tx, house, id, 'keeper_gone');
  }
}
