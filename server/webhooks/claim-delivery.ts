import type { Webhook, WebhookDelivery } from '../db/generated/client.ts';
import type { House } from '../house.ts';

// Longer than any receiver is waited for; when a node dies while it sends, another one sends again after it.
const HELD_SECONDS = 60;

export type Claimed = WebhookDelivery & { webhook: Webhook };

/**
 * The next delivery that is due, which no other node will send meanwhile; null when there is none. A
 * webhook gets one message at a time, and those that fail come after the others. The moment of the
 * claim is the database's, as clocks of nodes differ. [HOOK-5]
 */
export async function claimDelivery(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  { failingToo }: { failingToo: boolean },
): Promise<Claimed | null> {
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    UPDATE webhook_delivery
    SET held_until = (now() AT TIME ZONE 'UTC') + make_interval(secs => ${HELD_SECONDS}::int)
    WHERE id = (
      SELECT due.id FROM webhook_delivery AS due JOIN webhook ON webhook.id = due.webhook_id
      WHERE due.next_at <= ${clock()} AND webhook.off_reason IS NULL
        AND (due.held_until IS NULL OR due.held_until < (now() AT TIME ZONE 'UTC'))
        AND (webhook.failing_since IS NULL OR ${failingToo}::boolean)
        AND NOT EXISTS (
          SELECT 1 FROM webhook_delivery AS other
          WHERE other.webhook_id = due.webhook_id
            AND other.held_until > (now() AT TIME ZONE 'UTC'))
      ORDER BY webhook.failing_since IS NOT NULL, due.next_at, due.id
      LIMIT 1
      FOR UPDATE OF due SKIP LOCKED)
    RETURNING id`;
  if (!claimed) return null;
  return db.webhookDelivery.findUnique({ where: { id: claimed.id }, include: { webhook: true } });
}
