import type { Webhook, WebhookDelivery } from '../db/generated/client.ts';
import type { House } from '../house.ts';

// Longer than any receiver is waited for; when a node dies while it sends, another one sends again after it.
const HELD_SECONDS = 60;

export type Claimed = WebhookDelivery & { webhook: Webhook };

export interface Free {
  /** Whether a webhook may have it that failed or was slow last time. */
  readonly troubledToo: boolean;
  /** Hosts that have all the places that one host may have. */
  readonly fullHosts: readonly string[];
}

/**
 * The next delivery that is due, which no other node will send meanwhile; null when there is none. The
 * whole webhook is claimed, so that it gets one message at a time from all nodes together; those in
 * trouble come after the others. The row is locked and looked at again, as another node may have
 * claimed it since this one began. The moment of the claim is the database's, as clocks of nodes
 * differ. [HOOK-5]
 */
export async function claimDelivery(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  { troubledToo, fullHosts }: Free,
): Promise<Claimed | null> {
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    WITH free AS (
      SELECT due.id, webhook.id AS webhook_id
      FROM webhook_delivery AS due JOIN webhook ON webhook.id = due.webhook_id
      WHERE due.next_at <= ${clock()} AND webhook.off_reason IS NULL
        AND (webhook.held_until IS NULL OR webhook.held_until < (now() AT TIME ZONE 'UTC'))
        AND (${troubledToo}::boolean OR (webhook.failing_since IS NULL AND NOT webhook.slow))
        AND NOT (lower(substring(webhook.address from '://([^/?#]+)')) = ANY(${fullHosts}::text[]))
      ORDER BY webhook.failing_since IS NOT NULL OR webhook.slow, due.next_at, due.id
      LIMIT 1
      FOR NO KEY UPDATE SKIP LOCKED)
    UPDATE webhook
    SET held_until = (now() AT TIME ZONE 'UTC') + make_interval(secs => ${HELD_SECONDS}::int)
    FROM free
    WHERE webhook.id = free.webhook_id
    RETURNING free.id`;
  if (!claimed) return null;
  const delivery = await db.webhookDelivery.findUnique({ where: { id: claimed.id } });
  const webhook = delivery && (await db.webhook.findUnique({ where: { id: delivery.webhookId } }));
  // Removed since: the next one, then.
  return webhook
    ? { ...delivery, webhook }
    : claimDelivery({ db, clock }, { troubledToo, fullHosts });
}

/** The host of an address as `claimDelivery` reads it, with its port. */
export function hostOf({ address }: Pick<Webhook, 'address'>): string {
  return (/:\/\/([^/?#]+)/.exec(address)?.[1] ?? '').toLowerCase();
}
