import { describe, expect, it } from 'vitest';
import { webhookEvents } from '#board/api/webhooks.ts';
import { changeMember } from '#server/teams/change-member.ts';
import { removeMember } from '#server/teams/remove-member.ts';
import { addWebhook } from '#server/webhooks/add-webhook.ts';
import { changeWebhook } from '#server/webhooks/change-webhook.ts';
import { listWebhooks } from '#server/webhooks/list-webhooks.ts';
import { testWebhook } from '#server/webhooks/test-webhook.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';
import { useReceiver } from './use-receiver.ts';

describe('a webhook that does nothing but fail [HOOK-6]', () => {
  const world = useSettledHouse();
  const its = useReceiver(world);
  const manager = () => world.people.manager.actor;
  const shown = async (id: string) =>
    (await listWebhooks(its.house, manager(), world.people.teamId)).find((one) => one.id === id);
  const mails = () =>
    its.house.db.mail.findMany({
      where: { subject: { contains: 'webhook', mode: 'insensitive' } },
    });

  /** A message each day with all its tries, for so many days. */
  async function fail(id: string, days: number): Promise<void> {
    for (let day = 0; day < days; day++) {
      await testWebhook(its.house, manager(), id);
      for (let tries = 0; tries < 7; tries++) {
        await its.courier.deliver();
        world.house.time.pass(Math.ceil(DAY_MS / 7));
      }
    }
  }

  it('is switched off after three days and many failures, and who made it gets one mail', async () => {
    await its.house.db.mail.deleteMany();
    await its.house.db.user.update({ where: { id: manager().id }, data: { locale: 'nl' } });
    its.receiver.answer = () => ({ status: 500 });
    const { id, address } = await its.newWebhook();
    await fail(id, 2);
    expect(await shown(id)).toMatchObject({ offReason: null, failingSince: expect.any(String) });
    expect(await mails()).toEqual([]);
    await fail(id, 1);
    await testWebhook(its.house, manager(), id);
    await its.courier.deliver();
    expect(await shown(id)).toMatchObject({ offReason: 'failing' });
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: manager().email,
      subject: 'Webhook van Polikliniek uitgezet',
    });
    expect(mail?.text).toContain(address);
    expect(mail?.text).toContain(`/teams/${world.people.teamId}/webhooks/${id}`);
  });

  it('stays on when something arrived meanwhile, or when it failed only a few times', async () => {
    const [flaky, quiet] = [await its.newWebhook(), await its.newWebhook()];
    its.receiver.answer = () => ({ status: 500 });
    await fail(flaky.id, 2);
    its.receiver.answer = () => ({ status: 200 });
    await testWebhook(its.house, manager(), flaky.id);
    await its.courier.deliver();
    expect(await shown(flaky.id)).toMatchObject({ offReason: null, failingSince: null });
    its.receiver.answer = () => ({ status: 500 });
    await fail(flaky.id, 1);
    await fail(quiet.id, 1);
    world.house.time.pass(10 * DAY_MS);
    await testWebhook(its.house, manager(), quiet.id);
    await its.courier.deliver();
    for (const { id } of [flaky, quiet]) expect(await shown(id)).toMatchObject({ offReason: null });
  });

  it('is switched off at once when the receiver says that it is gone', async () => {
    await its.house.db.mail.deleteMany();
    its.receiver.answer = () => ({ status: 410 });
    const { id } = await its.newWebhook();
    await testWebhook(its.house, manager(), id);
    await its.courier.deliver();
    expect(await shown(id)).toMatchObject({ offReason: 'gone' });
    expect(await mails()).toHaveLength(1);
  });

  it('begins with a clean sheet when it is switched on again', async () => {
    its.receiver.answer = () => ({ status: 410 });
    const { id } = await its.newWebhook();
    await testWebhook(its.house, manager(), id);
    await its.courier.deliver();
    const on = await changeWebhook(its.house, manager(), id, { on: true });
    expect(on).toMatchObject({ offReason: null, failingSince: null });
    its.receiver.answer = () => ({ status: 500 });
    await testWebhook(its.house, manager(), id);
    await its.courier.deliver();
    expect(await shown(id)).toMatchObject({ offReason: null });
  });

  it('tells the managers when who made it is none any more', async () => {
    await its.house.db.mail.deleteMany();
    const { people } = world;
    const second = await newMember(its.house, manager(), people.teamId, { role: 'manager' });
    const { id } = await its.newWebhook();
    await its.house.db.webhook.update({
      where: { id },
      data: { keptById: people.removed.actor.id },
    });
    its.receiver.answer = () => ({ status: 410 });
    await testWebhook(its.house, manager(), id);
    await its.courier.deliver();
    const to = (await mails()).map((mail) => mail.to).sort();
    expect(to).toEqual([manager().email, second.actor.email].sort());
  });

  it.each(['removed', 'made a member'] as const)(
    'goes off with a keeper who is %s; whoever switches it on keeps it [HOOK-9]',
    async (how) => {
      await its.house.db.mail.deleteMany();
      const { people } = world;
      const { teamId } = people;
      const keeper = await newMember(its.house, manager(), teamId, { role: 'manager' });
      const input = { address: its.receiver.url, events: webhookEvents };
      const { id } = await addWebhook(its.house, keeper.actor, teamId, input);
      const mine = await its.newWebhook();
      await testWebhook(its.house, manager(), id);
      const who = { teamId, userId: keeper.actor.id };
      if (how === 'removed') await removeMember(its.house, manager(), who);
      else await changeMember(its.house, manager(), who, { role: 'member' });
      expect(await shown(id)).toMatchObject({ offReason: 'keeper_gone' });
      expect(await shown(mine.id)).toMatchObject({ offReason: null });
      await its.courier.deliver();
      expect(its.receiver.received).toEqual([]);
      const told = await mails();
      expect(told.map(({ to }) => to)).toContain(manager().email);
      expect(told[0]?.text).toContain(keeper.actor.name);
      const on = await changeWebhook(its.house, manager(), id, { on: true });
      expect(on).toMatchObject({
        offReason: null,
        createdBy: { id: keeper.actor.id },
        keptBy: { id: manager().id },
      });
      const late = addWebhook(its.house, keeper.actor, teamId, input);
      await expect(late).rejects.toMatchObject({ name: 'Refusal' });
    },
  );
});
