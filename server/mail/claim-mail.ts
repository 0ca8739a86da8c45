import type { Mail } from '../db/generated/client.ts';
import type { House } from '../house.ts';

// Longer than any mail server is waited for; a node that dies while it sends delays that mail by so much.
const HELD_MINUTES = 10;

/**
 * The next mail to send, which no other node will send meanwhile; null when none is left. Those in
 * `tried` are passed over. The moment of the claim is the database's, as clocks of nodes differ. [SYNC-65]
 */
export async function claimMail(
  { db }: Pick<House, 'db'>,
  { since, tried }: { since: Date; tried: readonly string[] },
): Promise<Mail | null> {
  // What failed before comes last, so that bad addresses never hold up the others.
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    UPDATE mail
    SET held_until = (now() AT TIME ZONE 'UTC') + make_interval(mins => ${HELD_MINUTES}::int)
    WHERE id = (
      SELECT id FROM mail
      WHERE sent_at IS NULL AND created_at > ${since}
        AND (held_until IS NULL OR held_until < (now() AT TIME ZONE 'UTC'))
        AND NOT (id = ANY(${tried}::text[]))
      ORDER BY error ASC NULLS FIRST, created_at ASC
      LIMIT 1
      FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  return claimed ? db.mail.findUnique({ where: { id: claimed.id } }) : null;
}
