import type { Webhook } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';

/**
 * The webhook as it stands, locked until the transaction ends; null when it was removed. Whoever
 * changes a webhook and its deliveries comes here first, so that nobody waits for each other: removing
 * one locks it before them too. Messages are still written meanwhile. [HOOK-5]
 */
export async function lockWebhook(tx: Tx, id: string): Promise<Webhook | null> {
  await tx.$queryRaw`select id from webhook where id = ${id} for no key update`;
  return tx.webhook.findUnique({ where: { id } });
}
