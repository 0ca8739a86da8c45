import type { WebhookView } from '#board/api/webhooks.ts';
import type { User, Webhook } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a webhook query has to include for `viewWebhook`. */
export const webhookParts = { createdBy: true, keptBy: true } as const;

export function viewWebhook(row: Webhook & { createdBy: User; keptBy: User }): WebhookView {
  const { id, teamId, address, events, offReason, failingSince, createdBy, createdAt } = row;
  return {
    id,
    teamId,
    address,
    events,
    offReason,
    failingSince: failingSince?.toISOString() ?? null,
    createdBy: nameOf(createdBy),
    keptBy: nameOf(row.keptBy),
    createdAt: createdAt.toISOString(),
  };
}
