import { z } from 'zod';
import type { DeliveryView } from '#board/api/webhooks.ts';
import type { Prisma, WebhookAttempt, WebhookDelivery } from '../db/generated/client.ts';

/** What a delivery query has to include for `viewDelivery`. */
export const deliveryParts = {
  attempts: { orderBy: [{ at: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.WebhookDeliveryInclude;

const headers = z.record(z.string(), z.string()).catch({});

export function viewDelivery(row: WebhookDelivery & { attempts: WebhookAttempt[] }): DeliveryView {
  const { id, webhookId, type, state, createdAt, nextAt, body, attempts } = row;
  return {
    id,
    webhookId,
    type,
    state,
    createdAt: createdAt.toISOString(),
    nextAt: nextAt?.toISOString() ?? null,
    body,
    attempts: attempts.map(({ at, took, address, status, answer, failure, ...attempt }) => ({
      at: at.toISOString(),
      took,
      address,
      headers: headers.parse(attempt.headers),
      status,
      answer,
      failure,
    })),
  };
}
