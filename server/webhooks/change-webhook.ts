import type { ChangeWebhookInput, WebhookView } from '#board/api/webhooks.ts';
import { nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House, Tx } from '../house.ts';
import { dropWaiting } from './drop-waiting.ts';
import { lockWebhook } from './lock-webhook.ts';
import { mustBeReachable } from './must-be-reachable.ts';
import { mustOnWebhook } from './must-on-webhook.ts';
import { mustStillManage } from './must-still-manage.ts';
import { viewWebhook, webhookParts } from './view-webhook.ts';

/** Changes where a webhook goes and what it is told, or switches it off or on. */
export async function changeWebhook(
  house: House,
  actor: Actor,
  webhookId: string,
  { address, events, on }: ChangeWebhookInput,
): Promise<WebhookView> {
  const user = mustBeUser(actor);
  const { teamId } = await mustOnWebhook(house, actor, webhookId);
  if (address !== undefined) mustBeReachable(house, address);
  const named = {
    ...(address === undefined ? {} : { address }),
    ...(events === undefined ? {} : { events }),
  };
  return house.db.$transaction(async (tx) => {
    if (on) await mustStillManage(tx, user, teamId);
    const now = await lockWebhook(tx, webhookId);
    if (!now) throw nothingHere();
    const isOn = now.offReason === null;
    const turned = on === undefined || on === isOn ? {} : await turn(tx, webhookId, on, user.id);
    const row = await tx.webhook.update({
      where: { id: webhookId },
      data: { ...named, ...turned },
      include: webhookParts,
    });
    const said = { ...named, ...(on === undefined ? {} : { on }) };
    await recordDeed(tx, actor, 'webhook.change', webhookId, said);
    return viewWebhook(row);
  });
}

/** Switched on it begins with a clean sheet, and whoever does that answers for it. [HOOK-8] [HOOK-9] */
async function turn(tx: Tx, webhookId: string, on: boolean, userId: string) {
  await dropWaiting(tx, [webhookId]);
  return on
    ? { offReason: null, failingSince: null, failures: 0, slow: false, keptById: userId }
    : { offReason: 'by_hand' as const };
}
