import { mustOnTeam, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { Webhook } from '../db/generated/client.ts';
import type { House } from '../house.ts';

/** The webhook, if the actor manages its team. [HOOK-1] */
export async function mustOnWebhook(
  house: House,
  actor: Actor,
  webhookId: string,
): Promise<Webhook> {
  mustBeUser(actor);
  const webhook = await house.db.webhook.findUnique({ where: { id: webhookId } });
  if (!webhook) throw nothingHere();
  await mustOnTeam(house, actor, webhook.teamId, 'team.manage-webhooks');
  return webhook;
}
