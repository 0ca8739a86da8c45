import type { DeliveryView } from '#board/api/webhooks.ts';
import { nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustBeOn } from './must-be-on.ts';
import { mustOnWebhook } from './must-on-webhook.ts';
import { deliveryParts, viewDelivery } from './view-delivery.ts';

/** Sends a delivery once more, with the same id and body, and all its tries before it. [HOOK-7] */
export async function sendAgain(
  house: House,
  actor: Actor,
  deliveryId: string,
): Promise<DeliveryView> {
  mustBeUser(actor);
  const delivery = await house.db.webhookDelivery.findUnique({ where: { id: deliveryId } });
  if (!delivery) throw nothingHere();
  mustBeOn(await mustOnWebhook(house, actor, delivery.webhookId));
  return house.db.$transaction(async (tx) => {
    const row = await tx.webhookDelivery.update({
      where: { id: deliveryId },
      data: { state: 'waiting', tries: 0, nextAt: house.clock() },
      include: deliveryParts,
    });
    await recordDeed(tx, actor, 'webhook.send-again', delivery.webhookId, { deliveryId });
    return viewDelivery(row);
  });
}
