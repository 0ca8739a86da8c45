import type { WebhookData, WebhookEvent } from '#board/api/webhooks.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';

interface Happening<E extends WebhookEvent> {
  readonly teamId: string;
  readonly type: E;
  readonly data: WebhookData<E>;
  /** Of the comment whose words are in it. */
  readonly commentId?: string | null;
}

/**
 * Puts a message to every webhook of the team that asked for it, in the transaction of the change
 * itself: either both are there or neither. [HOOK-2]
 */
export async function tellWebhooks<E extends WebhookEvent>(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  { teamId, type, data, commentId = null }: Happening<E>,
): Promise<void> {
  const hooks = await tx.webhook.findMany({
    where: { teamId, offReason: null, events: { has: type } },
    select: { id: true },
  });
  if (hooks.length === 0) return;
  const at = clock();
  await tx.webhookDelivery.createMany({
    data: hooks.map(({ id }) => ({ ...newDelivery(id, { type, at, data }), commentId })),
  });
}

/** A message that is to be sent at once. */
export function newDelivery(
  webhookId: string,
  { type, at, data }: { type: string; at: Date; data: object },
): Prisma.WebhookDeliveryCreateManyInput {
  const id = newId();
  const body = JSON.stringify({ id, type, at: at.toISOString(), data });
  return { id, webhookId, type, body, nextAt: at, createdAt: at };
}
