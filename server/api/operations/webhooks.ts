import { listOf, pageQuery } from '#board/api/problem.ts';
import * as webhooks from '#board/api/webhooks.ts';
import { addWebhook } from '../../webhooks/add-webhook.ts';
import { changeWebhook } from '../../webhooks/change-webhook.ts';
import { listDeliveries } from '../../webhooks/list-deliveries.ts';
import { listWebhooks } from '../../webhooks/list-webhooks.ts';
import { removeWebhook } from '../../webhooks/remove-webhook.ts';
import { renewSecret } from '../../webhooks/renew-secret.ts';
import { sendAgain } from '../../webhooks/send-again.ts';
import { testWebhook } from '../../webhooks/test-webhook.ts';
import { operation } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Webhooks';

export const webhookOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/teams/:teamId/webhooks',
    summary: 'The webhooks of a team; for its managers',
    status: 200,
    view: listOf(webhooks.webhookView),
    run: async ({ house, actor, param }) =>
      wholeList(await listWebhooks(house, actor, param('teamId'))),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/teams/:teamId/webhooks',
    summary: 'Add a webhook; its secret is shown once',
    status: 201,
    secret: true,
    body: webhooks.addWebhookInput,
    view: webhooks.newWebhookView,
    run: ({ house, actor, param, body }) => addWebhook(house, actor, param('teamId'), body),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/webhooks/:webhookId',
    summary: 'Change a webhook, or switch it off or on',
    status: 200,
    body: webhooks.changeWebhookInput,
    view: webhooks.webhookView,
    run: ({ house, actor, param, body }) => changeWebhook(house, actor, param('webhookId'), body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/webhooks/:webhookId',
    summary: 'Remove a webhook with its deliveries',
    status: 204,
    run: ({ house, actor, param }) => removeWebhook(house, actor, param('webhookId')),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/webhooks/:webhookId/secret',
    summary: 'Make a new secret, shown once; the former one signs besides for a day',
    status: 201,
    secret: true,
    view: webhooks.newWebhookView,
    run: ({ house, actor, param }) => renewSecret(house, actor, param('webhookId')),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/webhooks/:webhookId/test',
    summary: 'Send a message that says nothing',
    status: 202,
    view: webhooks.deliveryView,
    run: ({ house, actor, param }) => testWebhook(house, actor, param('webhookId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/webhooks/:webhookId/deliveries',
    summary: 'What was sent and what was answered, newest first; kept for 30 days',
    status: 200,
    query: pageQuery,
    view: listOf(webhooks.deliveryView),
    run: ({ house, actor, param, query }) =>
      listDeliveries(house, actor, param('webhookId'), query),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/webhooks/deliveries/:deliveryId/send',
    summary: 'Send a delivery once more',
    status: 202,
    view: webhooks.deliveryView,
    run: ({ house, actor, param }) => sendAgain(house, actor, param('deliveryId')),
  }),
];
