import { z } from 'zod';
import { moment, id } from '#board/api/problem.ts';
import { webhookData, webhookEvents } from '#board/api/webhooks.ts';
import type { WebhookEvent } from '#board/api/webhooks.ts';

/** The messages that webhooks get, as OpenAPI 3.1 describes them: by the views that are their data. [HOOK-2] */
export function describeWebhooks(): Record<string, object> {
  return Object.fromEntries(webhookEvents.map((event) => [event, { post: describe(event) }]));
}

function describe(event: WebhookEvent): object {
  const message = z.object({ id, type: z.literal(event), at: moment, data: webhookData[event] });
  const schema = z.toJSONSchema(message, { io: 'output', unrepresentable: 'any' });
  return {
    tags: ['Webhooks'],
    summary: `Sent to webhooks that ask for ${event}; signed as Standard Webhooks has it`,
    operationId: `webhook-${event.replace('.', '-')}`,
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { '2XX': { description: 'Taken; anything else is sent again later' } },
  };
}
