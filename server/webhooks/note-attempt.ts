import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import type { Claimed } from './claim-delivery.ts';
import { lockWebhook } from './lock-webhook.ts';
import { retryPause } from './retry-pause.ts';
import { switchOffWhenHopeless } from './switch-off.ts';

/** One time that a delivery was sent, and what came of it. */
export interface Attempt {
  readonly at: Date;
  /** Milliseconds. */
  readonly took: number;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number | null;
  readonly answer: string | null;
  readonly failure: string | null;
}

/** Milliseconds; a receiver that takes as long shares the places of those that failed. */
const SLOW_MS = 2_000;

/** Keeps what came of a try, and says when the next one is, in one transaction. [HOOK-5] [HOOK-6] */
export async function noteAttempt(
  house: Pick<House, 'db' | 'env' | 'clock'>,
  { id, webhookId, webhook: { heldUntil } }: Claimed,
  attempt: Attempt,
  random: () => number,
): Promise<void> {
  const delivered = isGood(attempt.status);
  await house.db.$transaction(async (tx) => {
    const webhook = await lockWebhook(tx, webhookId);
    const now = await tx.webhookDelivery.findUnique({ where: { id } });
    // The webhook was removed while its message was on the way.
    if (!webhook || !now) return;
    await tx.webhookDelivery.update({
      where: { id },
      data: delivered ? arrived : failed(house, now, random),
    });
    await tx.webhookAttempt.create({
      data: { id: newId(), deliveryId: id, ...attempt, headers: { ...attempt.headers } },
    });
    const slow = attempt.took >= SLOW_MS;
    await tx.webhook.update({ where: { id: webhookId }, data: { slow, ...(delivered && well) } });
    // After a claim that lapsed another node may hold it.
    await tx.webhook.updateMany({ where: { id: webhookId, heldUntil }, data: { heldUntil: null } });
    if (!delivered) await switchOffWhenHopeless(tx, house, webhookId, attempt.status);
  });
}

const arrived = { state: 'delivered', nextAt: null, tries: { increment: 1 } } as const;
const well = { failures: 0, failingSince: null } as const;

/** From what the delivery says now: somebody may have asked for all tries again, or switched it off. */
function failed(
  { clock }: Pick<House, 'clock'>,
  { state, tries: before }: { state: string; tries: number },
  random: () => number,
) {
  const tries = before + 1;
  if (state === 'dropped') return { tries };
  const pause = retryPause(tries, random);
  return pause === undefined
    ? ({ tries, state: 'given_up', nextAt: null } as const)
    : { tries, nextAt: new Date(clock().getTime() + pause) };
}

/** A redirect is no good answer: it is not followed. */
function isGood(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}
