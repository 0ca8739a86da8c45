import type { WebhookView } from '#board/api/webhooks.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { mustOnWebhook } from './must-on-webhook.ts';
import { viewWebhook, webhookParts } from './view-webhook.ts';

export async function readWebhook(
  house: House,
  actor: Actor,
  webhookId: string,
): Promise<WebhookView> {
  await mustOnWebhook(house, actor, webhookId);
  const row = await house.db.webhook.findUniqueOrThrow({
    where: { id: webhookId },
    include: webhookParts,
  });
  return viewWebhook(row);
}
