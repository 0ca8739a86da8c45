import { describe, expect, it } from 'vitest';
import { webhookData, webhookEvents } from '#board/api/webhooks.ts';
import type { WebhookEvent } from '#board/api/webhooks.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import { addComment } from '#server/comments/add-comment.ts';
import { addMeasure } from '#server/measures/add-measure.ts';
import { changeMeasure } from '#server/measures/change-measure.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { answerHelpRequest } from '#server/help/answer-help-request.ts';
import { askForHelp } from '#server/help/ask-for-help.ts';
import { changeHelp } from '#server/help/change-help.ts';
import { addReply } from '#server/reviews/add-reply.ts';
import { addReview } from '#server/reviews/add-review.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { declineTask } from '#server/tasks/decline-task.ts';
import { addWebhook } from '#server/webhooks/add-webhook.ts';
import { changeWebhook } from '#server/webhooks/change-webhook.ts';
import { listDeliveries } from '#server/webhooks/list-deliveries.ts';
import { listWebhooks } from '#server/webhooks/list-webhooks.ts';
import { removeWebhook } from '#server/webhooks/remove-webhook.ts';
import {
  newBoard,
  newMeasure,
  newProposal,
  newSnapshot,
  newTask,
  newWebhook,
} from '#tests/support/builders.ts';
import { whileLogFails } from '#tests/support/failing-log.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('keeping webhooks [HOOK-1]', () => {
  const world = useSettledHouse();
  const address = 'https://hooks.example.org/in';
  const events: WebhookEvent[] = ['task.confirmed'];

  it('shows the secret once, and the webhook to managers alone', async () => {
    const { house, people } = world;
    const { secret, ...view } = await newWebhook(house, people.manager.actor, people.teamId);
    expect(secret).toMatch(/^whsec_/);
    const list = await listWebhooks(house, people.manager.actor, people.teamId);
    expect(list).toEqual([view]);
    expect(JSON.stringify(list)).not.toContain(secret);
    const audit = await house.db.audit.findMany({ where: { subject: view.id } });
    expect(audit).toMatchObject([{ deed: 'webhook.add', actor: people.manager.actor.id }]);
    expect(JSON.stringify(audit)).not.toContain(secret);
    for (const [actor, code] of [
      [people.member.actor, 'no-right'],
      [people.coach.actor, 'no-right'],
      [people.admin.actor, 'no-right'],
      [people.outsider.actor, 'not-found'],
      [people.otherManager.actor, 'not-found'],
      [{ kind: 'guest', id: 'g', name: 'G' }, 'sign-in'],
    ] as const) {
      const add = addWebhook(house, actor, people.teamId, { address, events });
      await expect(add).rejects.toEqual(refused(code));
      const change = changeWebhook(house, actor, view.id, { on: false });
      await expect(change).rejects.toEqual(refused(code));
      const remove = removeWebhook(house, actor, view.id);
      await expect(remove).rejects.toEqual(refused(code));
    }
  });

  it('takes no address that it could never send to [HOOK-4]', async () => {
    const { house, people } = world;
    const add = (to: string) =>
      addWebhook(house, people.manager.actor, people.teamId, { address: to, events });
    for (const to of ['https://localhost/', 'https://127.0.0.1:8080/', 'https://[fd00::1]/'])
      await expect(add(to)).rejects.toEqual(refused('invalid', 'address'));
    await expect(add('http://hooks.example.org/')).rejects.toEqual(refused('invalid', 'address'));
    const { id } = await add(address);
    const change = changeWebhook(house, people.manager.actor, id, { address: 'https://10.0.0.1/' });
    await expect(change).rejects.toEqual(refused('invalid', 'address'));
    await removeWebhook(house, people.manager.actor, id);
  });

  it('is for so many of them', async () => {
    const { house, people } = world;
    await house.db.webhook.deleteMany();
    const add = () => newWebhook(house, people.manager.actor, people.teamId);
    const added = await Promise.allSettled(Array.from({ length: 22 }, add));
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    await expect(add()).rejects.toEqual(refused('conflict'));
    await house.db.webhook.deleteMany();
  });

  it('changes what was named, and ends with its deliveries', async () => {
    const { house, people } = world;
    const { secret: _, ...before } = await newWebhook(house, people.manager.actor, people.teamId);
    const after = await changeWebhook(house, people.manager.actor, before.id, { events });
    expect(after).toEqual({ ...before, events });
    const off = await changeWebhook(house, people.manager.actor, before.id, { on: false });
    expect(off).toEqual({ ...after, offReason: 'by_hand' });
    await removeWebhook(house, people.manager.actor, before.id);
    expect(await listWebhooks(house, people.manager.actor, people.teamId)).toEqual([]);
    const gone = removeWebhook(house, people.manager.actor, before.id);
    await expect(gone).rejects.toEqual(refused('not-found'));
  });
});

describe('what webhooks are told [HOOK-2]', () => {
  const world = useSettledHouse();
  const sent = async (webhookId: string) => {
    const { house, people } = world;
    const all = await listDeliveries(house, people.manager.actor, webhookId, { limit: 200 });
    return all.items.map(({ body }) => JSON.parse(body)).reverse();
  };
  const ofType = async (webhookId: string, type: WebhookEvent) =>
    (await sent(webhookId)).filter((message) => message.type === type);
  const fresh = async () => {
    const { house, people } = world;
    await house.db.webhook.deleteMany();
    return (await newWebhook(house, people.manager.actor, people.teamId)).id;
  };

  it('is every change, as the view that REST gives of it', async () => {
    const { house, people } = world;
    const { member, manager } = people;
    const id = await fresh();
    const { id: boardId } = await newBoard(house, member.actor, people.teamId);
    const measure = await addMeasure(house, member.actor, people.teamId, {
      name: 'Wachttijd',
      unit: 'min',
      direction: 'down',
    });
    const reading = await addReading(house, member.actor, measure.id, {
      at: '2026-11-20',
      value: 7,
    });
    const given = await newTask(house, manager.actor, boardId, { owner: member.actor.id });
    const declined = await declineTask(house, member.actor, given.id, {
      ...{ revision: 1, reason: 'Ik heb vakantie' },
    });
    const effect = { measure: measure.id, expected: 5, checkOn: '2027-01-15' };
    const task = await newTask(house, member.actor, boardId, { effect });
    const done = await changeTask(house, member.actor, task.id, { revision: 1, state: 'done' });
    const checked = await checkEffect(house, member.actor, task.id, {
      outcome: 'worked',
      learned: 'Bellen helpt',
      reading: 4,
    });
    const comment = await addComment(house, member.actor, { taskId: task.id }, { text: 'Mooi' });
    const snapshot = await newSnapshot(house, member.actor, boardId);
    const review = await addReview(house, manager.actor, snapshot.id, {
      kind: 'thanks',
      text: 'Dank',
    });
    const question = { kind: 'question', text: 'Waarom?' } as const;
    const { id: reviewId } = await addReview(house, manager.actor, snapshot.id, question);
    const replied = await addReply(house, member.actor, { reviewId }, { text: 'Daarom' });
    const asked = await askForHelp(
      house,
      member.actor,
      { boardId },
      {
        ...{ of: manager.actor.id, text: 'Wil je bellen?', by: house.time.day(7) },
      },
    );
    const answered = await answerHelpRequest(
      house,
      manager.actor,
      { requestId: asked.id },
      {
        ...{ answer: 'help', text: 'Ja', due: house.time.day(9) },
      },
    );
    const helped = await changeHelp(house, manager.actor, answered.help?.id ?? '', {
      ...{ revision: 1, state: 'done' },
    });
    const renamed = await changeMeasure(house, member.actor, measure.id, {
      revision: 1,
      name: 'Wachten',
    });
    const told = new Map((await sent(id)).map((message) => [message.type, message]));
    const reviewed = (await ofType(id, 'snapshot.reviewed')).map(({ data }) => data);
    expect(reviewed).toContainEqual({ ...review, snapshotId: snapshot.id });
    expect([...told.keys()].sort()).toEqual([...webhookEvents].sort());
    const measureId = measure.id;
    expect([...(await ofType(id, 'reading.added'))].map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        { ...reading, measureId },
        expect.objectContaining({ value: 4, measureId }),
      ]),
    );
    for (const [type, data] of [
      ['task.confirmed', task],
      ['task.changed', done],
      ['task.declined', declined],
      ['task.effect_checked', checked],
      ['task.commented', comment],
      ['measure.added', measure],
      ['measure.changed', renamed],
      ['snapshot.taken', snapshot],
      ['review.replied', { ...replied, snapshotId: snapshot.id }],
      ['help.asked', asked],
      ['help.answered', answered],
      ['help.changed', helped],
    ] as const) {
      // Of two at the same moment either may come first.
      expect(await ofType(id, type)).toContainEqual({
        id: expect.stringMatching(/^\w{22}$/),
        type,
        at: house.clock().toISOString(),
        data,
      });
      expect(webhookData[type].safeParse(told.get(type)?.data).error).toBeUndefined();
    }
  });

  it('is what they asked for, of their own team, while they are on', async () => {
    const { house, people } = world;
    await house.db.webhook.deleteMany();
    const add = (events: WebhookEvent[]) =>
      newWebhook(house, people.manager.actor, people.teamId, { events });
    const [some, other, off] = [
      await add(['measure.added', 'task.changed']),
      await add(['task.confirmed']),
      await add(['measure.added']),
    ];
    const elsewhere = await newWebhook(house, people.otherManager.actor, people.otherTeamId);
    await changeWebhook(house, people.manager.actor, off.id, { on: false });
    await newMeasure(house, people.member.actor, people.teamId);
    await changeWebhook(house, people.manager.actor, off.id, { on: true });
    expect(await sent(some.id)).toMatchObject([{ type: 'measure.added' }]);
    expect(await sent(other.id)).toEqual([]);
    expect(await sent(off.id)).toEqual([]);
    expect(await house.db.webhookDelivery.count({ where: { webhookId: elsewhere.id } })).toBe(0);
  });

  it('is told once of what happens once, and not of what did not happen', async () => {
    const { house, people } = world;
    const { id: boardId } = await newBoard(house, people.member.actor, people.teamId);
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    const id = await fresh();
    const confirm = (by: typeof people.member) =>
      confirmAction(house, by.actor, { boardId, actionId });
    await whileLogFails(house.db, () => confirm(people.member)).catch(() => {});
    expect(house.takeLogged()).toEqual([]);
    expect(await sent(id)).toEqual([]);
    await Promise.all([confirm(people.member), confirm(people.manager), confirm(people.member)]);
    expect(await sent(id)).toHaveLength(1);
    const { task } = await confirm(people.member);
    const stale = changeTask(house, people.member.actor, task.id, { revision: 9, state: 'done' });
    await expect(stale).rejects.toEqual(refused('conflict'));
    expect(await sent(id)).toHaveLength(1);
  });
});
