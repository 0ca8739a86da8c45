import type { WebhookView } from '#board/api/webhooks.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { viewWebhook, webhookParts } from './view-webhook.ts';

/** The team's webhooks, oldest first. */
export async function listWebhooks(
  house: House,
  actor: Actor,
  teamId: string,
): Promise<WebhookView[]> {
  await mustOnTeam(house, actor, teamId, 'team.manage-webhooks');
  const rows = await house.db.webhook.findMany({
    where: { teamId },
    include: webhookParts,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(viewWebhook);
}
