import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import type { Claimed } from './claim-delivery.ts';
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

/** Keeps what came of a try, and says when the next one is, in one transaction. [HOOK-5] [HOOK-6] */
export async function noteAttempt(
  house: Pick<House, 'db' | 'env' | 'clock'>,
  delivery: Claimed,
  attempt: Attempt,
  random: () => number,
): Promise<void> {
  const delivered = isGood(attempt.status);
  await house.db.$transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: delivery.id },
      data: {
        ...(delivered ? arrived : await failed(tx, house, delivery, random)),
        heldUntil: null,
      },
    });
    // The webhook was removed while its message was on the way.
    if (count === 0) return;
    await tx.webhookAttempt.create({
      data: { id: newId(), deliveryId: delivery.id, ...attempt, headers: { ...attempt.headers } },
    });
    if (delivered) await isWell(tx, delivery.webhookId);
    else await switchOffWhenHopeless(tx, house, delivery.webhookId, attempt.status);
  });
}

const arrived = { state: 'delivered', nextAt: null, tries: { increment: 1 } } as const;

/** Read anew, because somebody may have asked for all tries again while this one ran. */
async function failed(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  { id }: Claimed,
  random: () => number,
) {
  const now = await tx.webhookDelivery.findUnique({ where: { id } });
  const tries = (now?.tries ?? 0) + 1;
  const pause = retryPause(tries, random);
  return pause === undefined
    ? ({ tries, state: 'given_up', nextAt: null } as const)
    : { tries, nextAt: new Date(clock().getTime() + pause) };
}

async function isWell(tx: Tx, webhookId: string): Promise<void> {
  await tx.webhook.updateMany({
    where: { id: webhookId, failures: { gt: 0 } },
    data: { failures: 0, failingSince: null },
  });
}

/** A redirect is no good answer: it is not followed. */
function isGood(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}
