import { TEST_EVENT } from '#board/api/webhooks.ts';
import type { DeliveryView } from '#board/api/webhooks.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustBeOn } from './must-be-on.ts';
import { mustOnWebhook } from './must-on-webhook.ts';
import { newDelivery } from './tell-webhooks.ts';
import { deliveryParts, viewDelivery } from './view-delivery.ts';

/** Sends a message that says nothing, to see whether it arrives. */
export async function testWebhook(
  house: House,
  actor: Actor,
  webhookId: string,
): Promise<DeliveryView> {
  const webhook = await mustOnWebhook(house, actor, webhookId);
  mustBeOn(webhook);
  const { teamId } = webhook;
  return house.db.$transaction(async (tx) => {
    const message = { type: TEST_EVENT, at: house.clock(), data: { webhookId, teamId } };
    const row = await tx.webhookDelivery.create({
      data: newDelivery(webhookId, message),
      include: deliveryParts,
    });
    await recordDeed(tx, actor, 'webhook.test', webhookId);
    return viewDelivery(row);
  });
}
