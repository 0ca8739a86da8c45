import type { NewWebhookView } from '#board/api/webhooks.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustOnWebhook } from './must-on-webhook.ts';
import { newSigningSecret } from './sign.ts';
import { viewWebhook, webhookParts } from './view-webhook.ts';

// Long enough to give the new secret to the receiver while nothing it gets is refused.
const OVERLAP_MS = 24 * 3600_000;

/** Makes a new secret, shown once. For a day messages are signed with the former one besides. [HOOK-3] */
export async function renewSecret(
  house: House,
  actor: Actor,
  webhookId: string,
): Promise<NewWebhookView> {
  const { secret: formerSecret } = await mustOnWebhook(house, actor, webhookId);
  const secret = newSigningSecret();
  const formerUntil = new Date(house.clock().getTime() + OVERLAP_MS);
  return house.db.$transaction(async (tx) => {
    const row = await tx.webhook.update({
      where: { id: webhookId },
      data: { secret, formerSecret, formerUntil },
      include: webhookParts,
    });
    await recordDeed(tx, actor, 'webhook.renew-secret', webhookId);
    return { ...viewWebhook(row), secret };
  });
}
