import type { ChangeWebhookInput, WebhookView } from '#board/api/webhooks.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustBeReachable } from './must-be-reachable.ts';
import { mustOnWebhook } from './must-on-webhook.ts';
import { viewWebhook, webhookParts } from './view-webhook.ts';

/** Changes where a webhook goes and what it is told, or switches it off or on. */
export async function changeWebhook(
  house: House,
  actor: Actor,
  webhookId: string,
  { address, events, on }: ChangeWebhookInput,
): Promise<WebhookView> {
  const { offReason } = await mustOnWebhook(house, actor, webhookId);
  if (address !== undefined) mustBeReachable(house, address);
  const named = {
    ...(address === undefined ? {} : { address }),
    ...(events === undefined ? {} : { events }),
  };
  return house.db.$transaction(async (tx) => {
    const row = await tx.webhook.update({
      where: { id: webhookId },
      data: { ...named, ...switched(on, offReason !== null) },
      include: webhookParts,
    });
    const said = { ...named, ...(on === undefined ? {} : { on }) };
    await recordDeed(tx, actor, 'webhook.change', webhookId, said);
    return viewWebhook(row);
  });
}

/** Switched on it begins with a clean sheet; off again changes nothing, the first reason stays. */
function switched(on: boolean | undefined, isOff: boolean) {
  if (on === undefined || on !== isOff) return {};
  return on
    ? { offReason: null, failingSince: null, failures: 0 }
    : { offReason: 'by_hand' as const };
}
