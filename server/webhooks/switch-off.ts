import type { House, Tx } from '../house.ts';
import { dropWaiting } from './drop-waiting.ts';
import { queueOffMails } from './queue-off-mails.ts';

const FAILING_FOR_MS = 3 * 24 * 3600_000;
/** Two messages with all their tries, and one more: a quiet team's one bad night is no reason. */
const MANY_FAILURES = 15;
/** The receiver says that it is gone for good. */
const GONE = 410;

/**
 * Counts a failure. A webhook that did nothing but fail for three days, or whose receiver is gone, is
 * switched off, and those who keep it are told. The webhook is locked already. [HOOK-6]
 */
export async function switchOffWhenHopeless(
  tx: Tx,
  { env, clock }: Pick<House, 'env' | 'clock'>,
  id: string,
  status: number | null,
): Promise<void> {
  const now = clock();
  const { failures, failingSince, offReason } = await tx.webhook.update({
    where: { id },
    data: { failures: { increment: 1 } },
  });
  const since = failingSince ?? now;
  const hopeless = failures >= MANY_FAILURES && now.getTime() - since.getTime() >= FAILING_FOR_MS;
  const why = status === GONE ? 'gone' : hopeless ? 'failing' : null;
  await tx.webhook.update({
    where: { id },
    data: { failingSince: since, offReason: offReason ?? why },
  });
  if (offReason !== null || why === null) return;
  await dropWaiting(tx, [id]);
  await queueOffMails(tx, { env }, id, why);
}
