import { expect, it } from 'vitest';
import { measureView } from '#board/api/measures.ts';
import { listOf } from '#board/api/problem.ts';
import { deliveryView, newWebhookView } from '#board/api/webhooks.ts';
import { removeDataDir, startApp } from '#tests/support/app-process.ts';
import { RestClient, setUpServer } from '#tests/support/rest-client.ts';
import { isSignedBy } from '#tests/support/standard-webhooks.ts';
import { WebhookReceiver } from '#tests/support/webhook-receiver.ts';

const env = { WEBHOOK_NETWORKS: '127.0.0.1', LOG_LEVEL: 'warn' };
const PATIENCE = { timeout: 30_000, interval: 200 };

it('a message outlives the server that was to send it [HOOK-2] [HOOK-5]', async () => {
  const receiver = await new WebhookReceiver().start();
  receiver.answer = () => ({ status: 503 });
  const first = await startApp({ env });
  const { rest, token, teamId } = await setUpServer(first.url);
  const { id, secret } = await rest.post(
    `/teams/${teamId}/webhooks`,
    { address: receiver.url, events: ['measure.added'] },
    newWebhookView,
  );
  const measure = { name: 'Wachttijd', unit: 'min', direction: 'down' };
  const made = await rest.post(`/teams/${teamId}/measures`, measure, measureView);
  const deliveries = async (client: RestClient) =>
    (await client.get(`/webhooks/${id}/deliveries`, listOf(deliveryView))).items;
  await expect.poll(async () => (await deliveries(rest))[0]?.attempts.length, PATIENCE).toBe(1);
  await first.kill();

  receiver.answer = () => ({ status: 204 });
  const second = await startApp({ env, dataDir: first.dataDir });
  await expect.poll(() => receiver.received.length, PATIENCE).toBe(2);
  const again = new RestClient(second.url, token);
  await expect.poll(async () => (await deliveries(again))[0]?.state, PATIENCE).toBe('delivered');
  await second.stop();
  await receiver.stop();
  await removeDataDir(first.dataDir);

  const [one, two] = receiver.received;
  if (!one || !two) throw new Error('it did not come twice');
  expect(two.body).toBe(one.body);
  expect(JSON.parse(two.body)).toMatchObject({ type: 'measure.added', data: made });
  expect(await isSignedBy(secret, two, new Date())).toBe(true);
}, 120_000);
