import type { Tx } from '../house.ts';

/**
 * Messages that wait for a webhook that goes off, or is switched on again, are not sent: what happens
 * while it is off is not told later. They stay to be seen, and to be sent again by hand. [HOOK-8]
 */
export async function dropWaiting(tx: Tx, webhookIds: readonly string[]): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { webhookId: { in: [...webhookIds] }, state: 'waiting' },
    data: { state: 'dropped', nextAt: null },
  });
}
