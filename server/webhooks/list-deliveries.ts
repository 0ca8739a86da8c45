import type { z } from 'zod';
import type { pageQuery } from '#board/api/problem.ts';
import type { DeliveryView } from '#board/api/webhooks.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { mustOnWebhook } from './must-on-webhook.ts';
import { deliveryParts, viewDelivery } from './view-delivery.ts';

/** What was sent, or is to be sent, to a webhook, newest first. [HOOK-7] */
export async function listDeliveries(
  house: House,
  actor: Actor,
  webhookId: string,
  { cursor, limit }: z.output<typeof pageQuery>,
): Promise<{ items: DeliveryView[]; nextCursor: string | null }> {
  await mustOnWebhook(house, actor, webhookId);
  const rows = await house.db.webhookDelivery.findMany({
    where: { webhookId },
    include: deliveryParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
  });
  const items = rows.slice(0, limit).map(viewDelivery);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
