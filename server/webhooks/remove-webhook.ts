import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustOnWebhook } from './must-on-webhook.ts';

/** Ends a webhook; its deliveries go with it. */
export async function removeWebhook(house: House, actor: Actor, webhookId: string): Promise<void> {
  const { teamId, address } = await mustOnWebhook(house, actor, webhookId);
  await house.db.$transaction(async (tx) => {
    await tx.webhook.deleteMany({ where: { id: webhookId } });
    await recordDeed(tx, actor, 'webhook.remove', webhookId, { teamId, address });
  });
}
