import { beforeAll, expect, it } from 'vitest';
import { changeWebhook } from '#server/webhooks/change-webhook.ts';
import { claimDelivery } from '#server/webhooks/claim-delivery.ts';
import { listDeliveries } from '#server/webhooks/list-deliveries.ts';
import { removeWebhook } from '#server/webhooks/remove-webhook.ts';
import { renewSecret } from '#server/webhooks/renew-secret.ts';
import { sendAgain } from '#server/webhooks/send-again.ts';
import { newDelivery } from '#server/webhooks/tell-webhooks.ts';
import { testWebhook } from '#server/webhooks/test-webhook.ts';
import { pruneDeliveries } from '#server/webhooks/prune-deliveries.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { DAY_MS, MINUTE_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { isSignedBy } from '#tests/support/standard-webhooks.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';
import { useReceiver } from './use-receiver.ts';

const all = { limit: 50 };

describeOnBothDatabases('the courier', (open) => {
  const world = useSettledHouse(open);
  const its = useReceiver(world);
  const manager = () => world.people.manager.actor;
  const test = (webhookId: string) => testWebhook(its.house, manager(), webhookId);
  const deliveries = async (webhookId: string) =>
    (await listDeliveries(its.house, manager(), webhookId, all)).items;

  beforeAll(() => {
    // Moments of the house and of the database are compared in the claim.
    expect(Math.abs(world.house.clock().getTime() - Date.now())).toBeLessThan(MINUTE_MS);
  });

  it('sends what waits as JSON, signed with the secret that was shown [HOOK-3] [HOOK-5]', async () => {
    const { id, secret, teamId } = await its.newWebhook();
    const { id: deliveryId } = await test(id);
    await its.courier.deliver();
    const [message] = its.receiver.received;
    if (!message) throw new Error('nothing came');
    const at = its.house.clock();
    expect(its.messages).toEqual([
      {
        id: deliveryId,
        type: 'webhook.test',
        at: at.toISOString(),
        data: { webhookId: id, teamId },
      },
    ]);
    expect(message.path).toBe('/hook');
    expect(message.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': deliveryId,
    });
    expect(await isSignedBy(secret, message, at)).toBe(true);
    expect(await isSignedBy('whsec_c29tZXRoaW5nIGVsc2U=', message, at)).toBe(false);
    await its.courier.deliver();
    expect(its.receiver.received).toHaveLength(1);
  });

  it('shows every try: what was sent, what was answered, how long it took [HOOK-7]', async () => {
    const { id, address } = await its.newWebhook();
    its.receiver.answer = () => ({ status: 200, body: `\u0000ok ${'é'.repeat(3000)}` });
    await test(id);
    await its.courier.deliver();
    const [delivery] = await deliveries(id);
    expect(delivery).toMatchObject({
      state: 'delivered',
      nextAt: null,
      type: 'webhook.test',
      body: its.receiver.received[0]?.body,
      attempts: [{ address, status: 200, failure: null, at: its.house.clock().toISOString() }],
    });
    const [attempt] = delivery?.attempts ?? [];
    expect(attempt?.answer).toMatch(/^ok é+.?$/);
    expect(Buffer.byteLength(attempt?.answer ?? '')).toBeLessThanOrEqual(2050);
    expect(attempt?.headers['webhook-signature']).toBe(
      its.receiver.received[0]?.headers['webhook-signature'],
    );
    expect(attempt?.took).toBeGreaterThanOrEqual(0);
  });

  it('tries again with growing pauses, the same message every time, and then gives up [HOOK-2] [HOOK-5]', async () => {
    const { id, secret } = await its.newWebhook();
    its.receiver.answer = () => ({ status: 500, body: 'broken' });
    await test(id);
    const pauses = [5 / 60, 5, 30, 120, 300, 600].map((minutes) => minutes * MINUTE_MS);
    for (const [at, pause] of pauses.entries()) {
      await its.courier.deliver();
      expect(its.receiver.received).toHaveLength(at + 1);
      world.house.time.pass(pause - 1);
      await its.courier.deliver();
      expect(its.receiver.received).toHaveLength(at + 1);
      world.house.time.pass(1);
    }
    await its.courier.deliver();
    world.house.time.pass(10 * DAY_MS);
    await its.courier.deliver();
    const { received } = its.receiver;
    expect(received).toHaveLength(7);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const sent = received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(new Set(sent).size).toBe(7);
    for (const [at, message] of received.entries())
      expect(await isSignedBy(secret, message, new Date((sent[at] ?? 0) * 1000))).toBe(true);
    const [delivery] = await deliveries(id);
    expect(delivery).toMatchObject({ state: 'given_up', nextAt: null });
    expect(delivery?.attempts.map(({ status, answer }) => [status, answer])).toEqual(
      Array.from({ length: 7 }, () => [500, 'broken']),
    );
  });

  it('takes no redirect, and no other answer, for a good one [HOOK-4] [HOOK-5]', async () => {
    const { id } = await its.newWebhook();
    for (const status of [301, 302, 307, 308, 400, 404, 429, 503]) {
      const location = `http://127.0.0.1:${its.receiver.port}/elsewhere`;
      its.receiver.answer = () => ({ status, headers: { location } });
      world.house.time.pass(1);
      await test(id);
      await its.courier.deliver();
      const [delivery] = await deliveries(id);
      expect(delivery).toMatchObject({ state: 'waiting', attempts: [{ status }] });
    }
    expect(new Set(its.receiver.received.map(({ path }) => path))).toEqual(new Set(['/hook']));
  });

  it('waits so long and no longer, and for nobody who is not there [HOOK-5]', async () => {
    const { id } = await its.newWebhook();
    its.receiver.answer = () => 'never';
    await test(id);
    await its.courier.deliver();
    expect((await deliveries(id))[0]?.attempts).toMatchObject([
      { status: null, answer: null, failure: 'no answer within 0.3 s' },
    ]);
    await its.receiver.stop();
    const { id: gone } = await its.newWebhook({ address: 'http://127.0.0.1:1/' });
    await test(gone);
    await its.courier.deliver();
    const [delivery] = await deliveries(gone);
    expect(delivery?.attempts).toMatchObject([{ status: null, answer: null }]);
    expect(delivery?.attempts[0]?.failure).toContain('ECONNREFUSED');
  });

  it('connects to the address that was checked, whatever the name leads to later [HOOK-4]', async () => {
    its.names.set('hooks.example.org', ['127.0.0.1']);
    const { id } = await its.newWebhook({
      address: `http://hooks.example.org:${its.receiver.port}/hook`,
    });
    await test(id);
    await its.courier.deliver();
    expect(its.receiver.received.map(({ headers }) => headers.host)).toEqual([
      `hooks.example.org:${its.receiver.port}`,
    ]);
  });

  it('sends nothing to a name that leads into a closed network [HOOK-4]', async () => {
    const strict = { ...world.house, env: { ...world.house.env, webhookNetworks: [] } };
    const courier = its.newCourier(strict);
    const address = `https://hooks.example.org:${its.receiver.port}/hook`;
    for (const ips of [
      ['127.0.0.1'],
      ['10.0.0.1'],
      ['169.254.169.254'],
      ['1.1.1.1', '127.0.0.1'],
    ]) {
      its.names.set('hooks.example.org', ips);
      const { id } = await its.newWebhook({ address });
      await test(id);
      await courier.deliver();
      const [delivery] = await deliveries(id);
      expect(delivery?.attempts).toMatchObject([{ status: null, answer: null }]);
      expect(delivery?.attempts[0]?.failure).toContain('closed network');
    }
    await courier.stop();
    expect(its.receiver.received).toEqual([]);
  });

  it('of several nodes sends each message once [HOOK-5]', async () => {
    const webhooks = [await its.newWebhook(), await its.newWebhook(), await its.newWebhook()];
    for (let n = 0; n < 5; n++) for (const { id } of webhooks) await test(id);
    const nodes = [its.newCourier(), its.newCourier(), its.courier];
    for (let n = 0; n < 5; n++) await Promise.all(nodes.map((node) => node.deliver()));
    await Promise.all(nodes.map((node) => node.stop()));
    expect(its.messages).toHaveLength(15);
    expect(new Set(its.messages.map(({ id }) => id)).size).toBe(15);
  });

  it('leaves a message alone while a node sends it, and takes it when that node died [HOOK-5]', async () => {
    const { id } = await its.newWebhook();
    await test(id);
    const hold = (ms: number) =>
      its.house.db.webhook.update({
        where: { id },
        data: { heldUntil: new Date(Date.now() + ms) },
      });
    await hold(60_000);
    await its.courier.deliver();
    expect(its.receiver.received).toEqual([]);
    await hold(-1_000);
    await its.courier.deliver();
    expect(its.receiver.received).toHaveLength(1);
  });

  it('sends again what it could not note, with the same id [HOOK-2] [HOOK-5]', async () => {
    const { id } = await its.newWebhook();
    const { id: deliveryId } = await test(id);
    const fail = () => Promise.reject(new Error('the database is away'));
    const db = its.house.db.$extends({
      query: { webhookAttempt: { create: fail } },
    }) as typeof its.house.db;
    const forgetful = its.newCourier({ ...its.house, db });
    await forgetful.deliver();
    await forgetful.stop();
    expect(world.house.takeLogged().map(({ msg }) => msg)).toEqual([
      'what came of a webhook could not be kept',
    ]);
    expect((await deliveries(id))[0]).toMatchObject({ state: 'waiting', attempts: [] });
    await its.house.db.webhook.update({ where: { id }, data: { heldUntil: null } });
    await its.courier.deliver();
    expect(its.messages.map((message) => message.id)).toEqual([deliveryId, deliveryId]);
    expect((await deliveries(id))[0]).toMatchObject({ state: 'delivered' });
  });

  it('says so when the database does not answer, and goes on', async () => {
    const { id } = await its.newWebhook();
    await test(id);
    const broken = { $queryRaw: () => Promise.reject(new Error('away')) };
    const courier = its.newCourier({ ...its.house, db: broken as unknown as typeof its.house.db });
    await courier.deliver();
    expect(world.house.takeLogged().map(({ msg }) => msg)).toContain(
      'webhooks could not be read; trying again',
    );
  });

  it('a slow receiver holds up nobody else, and gets one message at a time [HOOK-5]', async () => {
    const slow = await its.newWebhook({ address: `${its.receiver.url}?slow` });
    const quick = await its.newWebhook();
    let open = 0;
    its.receiver.answer = ({ path }) => {
      if (path !== '/hook?slow') return { status: 204 };
      open += 1;
      return 'never';
    };
    for (let n = 0; n < 3; n++) await test(slow.id);
    for (let n = 0; n < 3; n++) await test(quick.id);
    await its.courier.deliver();
    const order = its.receiver.received.map(({ path }) => path);
    expect(order.filter((path) => path === '/hook')).toHaveLength(3);
    expect(order.slice(0, 2).sort()).toEqual(['/hook', '/hook?slow']);
    expect(open).toBe(3);
  });

  it('claims nothing for a full host, nor for a slow one when half of the places are taken [HOOK-5]', async () => {
    const { id } = await its.newWebhook();
    await test(id);
    await its.house.db.webhook.update({ where: { id }, data: { slow: true } });
    const free = { troubledToo: true, fullHosts: [`127.0.0.1:${its.receiver.port}`] };
    expect(await claimDelivery(its.house, free)).toBeNull();
    expect(await claimDelivery(its.house, { troubledToo: false, fullHosts: [] })).toBeNull();
    expect(await claimDelivery(its.house, { ...free, fullHosts: ['else.example'] })).not.toBeNull();
  });

  it('claims a webhook as a whole, however many nodes ask at once [HOOK-5]', async () => {
    const { id } = await its.newWebhook();
    for (let n = 0; n < 8; n++) await test(id);
    const free = { troubledToo: true, fullHosts: [] };
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => claimDelivery(its.house, free)),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('does not wait for ever for somebody who removes the webhook meanwhile [HOOK-5]', async () => {
    its.receiver.answer = () => ({ status: 500 });
    for (let n = 0; n < 5; n++) {
      const { id } = await its.newWebhook();
      for (let m = 0; m < 3; m++) await test(id);
      const removing = expect
        .poll(() => its.receiver.received.length)
        .toBeGreaterThan(n)
        .then(() => removeWebhook(its.house, manager(), id));
      await Promise.all([its.courier.deliver(), removing]);
    }
    expect(world.house.takeLogged()).toEqual([]);
  });

  it('drops what waits when the webhook goes off; on again it sends only what comes then [HOOK-8]', async () => {
    const { id } = await its.newWebhook();
    const { id: waiting } = await test(id);
    await changeWebhook(its.house, manager(), id, { on: false });
    expect((await deliveries(id))[0]).toMatchObject({ state: 'dropped', nextAt: null });
    // One that was being written while somebody switched it off.
    const late = { type: 'webhook.test', at: its.house.clock(), data: {} };
    await its.house.db.webhookDelivery.create({ data: newDelivery(id, late) });
    await changeWebhook(its.house, manager(), id, { on: true });
    const { id: fresh } = await test(id);
    await its.courier.deliver();
    expect(its.messages.map((message) => message.id)).toEqual([fresh]);
    await sendAgain(its.house, manager(), waiting);
    await its.courier.deliver();
    expect(its.messages.map((message) => message.id)).toEqual([fresh, waiting]);
  });

  it('signs with the former secret besides, for a day after a renewal [HOOK-3]', async () => {
    const { id, secret: former } = await its.newWebhook();
    const { secret } = await renewSecret(its.house, manager(), id);
    expect(secret).not.toBe(former);
    for (const [wait, alsoFormer] of [
      [0, true],
      [DAY_MS, false],
    ] as const) {
      world.house.time.pass(wait);
      await test(id);
      await its.courier.deliver();
      const message = its.receiver.received.at(-1);
      if (!message) throw new Error('nothing came');
      expect(await isSignedBy(secret, message, its.house.clock())).toBe(true);
      expect(await isSignedBy(former, message, its.house.clock())).toBe(alsoFormer);
    }
  });

  it('sends again by hand, the same message, as often as it is asked [HOOK-7]', async () => {
    const { id } = await its.newWebhook();
    const { id: deliveryId } = await test(id);
    its.receiver.answer = () => ({ status: 500 });
    for (let n = 0; n < 7; n++) {
      await its.courier.deliver();
      world.house.time.pass(DAY_MS / 2);
    }
    expect((await deliveries(id))[0]).toMatchObject({ state: 'given_up' });
    await its.house.db.webhook.update({ where: { id }, data: { failures: 0, failingSince: null } });
    its.receiver.answer = () => ({ status: 200 });
    for (const count of [8, 9]) {
      const again = await sendAgain(its.house, manager(), deliveryId);
      expect(again).toMatchObject({ id: deliveryId, state: 'waiting' });
      await its.courier.deliver();
      expect(its.receiver.received).toHaveLength(count);
    }
    const [delivery] = await deliveries(id);
    expect(delivery).toMatchObject({ state: 'delivered' });
    expect(delivery?.attempts).toHaveLength(9);
    expect(new Set(its.receiver.received.map(({ body }) => body)).size).toBe(1);
  });

  it('sends nothing to a webhook that is off, and cannot be asked to [HOOK-6]', async () => {
    const { id } = await its.newWebhook();
    const { id: deliveryId } = await test(id);
    await its.house.db.webhook.update({ where: { id }, data: { offReason: 'by_hand' } });
    await its.courier.deliver();
    expect(its.receiver.received).toEqual([]);
    await expect(test(id)).rejects.toEqual(refused('conflict'));
    await expect(sendAgain(its.house, manager(), deliveryId)).rejects.toEqual(refused('conflict'));
  });

  it('survives that the webhook is removed while its message is on the way', async () => {
    const { id } = await its.newWebhook();
    await test(id);
    its.receiver.answer = () => 'never';
    const delivering = its.courier.deliver();
    await expect.poll(() => its.receiver.received.length).toBe(1);
    await its.house.db.webhook.delete({ where: { id } });
    await delivering;
    expect(await its.house.db.webhookAttempt.count()).toBe(0);
  });

  it('keeps deliveries for 30 days [HOOK-7]', async () => {
    const { id } = await its.newWebhook();
    await test(id);
    await its.courier.deliver();
    world.house.time.pass(30 * DAY_MS);
    await pruneDeliveries(its.house);
    expect(await deliveries(id)).toHaveLength(1);
    world.house.time.pass(1);
    expect(await pruneDeliveries(its.house)).toBeGreaterThanOrEqual(1);
    expect(await deliveries(id)).toEqual([]);
    expect(await its.house.db.webhookAttempt.count()).toBe(0);
  });
});
