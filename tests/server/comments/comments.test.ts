import { beforeAll, describe, expect, it } from 'vitest';
import { mentionOf } from '#board/mentions.ts';
import type { Actor } from '#server/auth/actor.ts';
import { readPreferences } from '#server/accounts/read-preferences.ts';
import { addComment } from '#server/comments/add-comment.ts';
import { changeComment } from '#server/comments/change-comment.ts';
import { removeComment } from '#server/comments/remove-comment.ts';
import { answerUnsubscribe } from '#server/mail/answer-unsubscribe.ts';
import { unsubscribeToken } from '#server/mail/unsubscribe-token.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { callApi } from '#tests/support/api.ts';
import { newBoard, newTask, newWebhook } from '#tests/support/builders.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('comments on a task', () => {
  const world = useSettledHouse();
  let boardId = '';
  let taskId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
    taskId = (await newTask(house, people.member.actor, boardId)).id;
  });

  const say = (by: Actor, text: string, on = taskId) =>
    addComment(world.house, by, { taskId: on }, { text });
  const comments = async (on = taskId) =>
    (await readTask(world.house, world.people.member.actor, on)).comments;
  const mails = async (text: string) =>
    (await world.house.db.mail.findMany({ where: { text: { contains: text } } })).map((m) => m.to);
  const freshTask = async () => (await newTask(world.house, world.people.member.actor, boardId)).id;

  it('stand in its story in the order of time [TALK-1]', async () => {
    const { house, people } = world;
    const on = await freshTask();
    const first = await say(people.member.actor, 'Ik begin morgen', on);
    house.time.pass(MINUTE_MS);
    const second = await say(people.coach.actor, 'Wat verwacht je?', on);
    expect(await comments(on)).toEqual([first, second]);
    expect(second).toEqual({
      id: second.id,
      taskId: on,
      author: { id: people.coach.actor.id, name: 'Kees' },
      at: house.clock().toISOString(),
      text: 'Wat verwacht je?',
      mentions: [],
      editedAt: null,
      removedAt: null,
    });
    const audit = await house.db.audit.findMany({ where: { subject: on, deed: 'task.comment' } });
    expect(audit).toHaveLength(2);
  });

  it('are for who sees the tasks of the team, and for who owns it [TALK-1]', async () => {
    const { house, people } = world;
    for (const { actor } of [people.member, people.manager, people.coach])
      await say(actor, 'Ik mag');
    for (const [actor, code] of [
      [people.outsider.actor, 'not-found'],
      [people.admin.actor, 'not-found'],
      [people.removed.actor, 'not-found'],
      [{ kind: 'guest', id: 'g', name: 'G' }, 'sign-in'],
      [{ kind: 'nobody' }, 'sign-in'],
    ] as const)
      await expect(say(actor, 'Ik niet')).rejects.toEqual(refused(code));
    const on = await freshTask();
    await house.db.task.update({
      where: { id: on },
      data: { ownerId: people.removed.actor.id },
    });
    await expect(say(people.removed.actor, 'Nog steeds van mij', on)).resolves.toBeDefined();
  });

  it('are so many at most [TALK-1]', async () => {
    const { house, people } = world;
    const on = await freshTask();
    const authorId = people.member.actor.id;
    await house.db.taskComment.createMany({
      data: Array.from({ length: 499 }, (_, n) => ({
        ...{ id: `${on}-${n}`, taskId: on, authorId },
        ...{ text: 'x', at: house.clock() },
      })),
    });
    const both = await Promise.allSettled([
      say(people.member.actor, 'nog een', on),
      say(people.manager.actor, 'nog een', on),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(say(people.member.actor, 'meer', on)).rejects.toEqual(refused('too-large'));
  });

  it('name people by id, show the name they have now, and send each a mail [TALK-2]', async () => {
    const { house, people } = world;
    const noor = await newMember(house, people.manager.actor, people.teamId, { name: 'Noor' });
    await house.db.user.update({ where: { id: noor.actor.id }, data: { locale: 'nl' } });
    const text = `Kijk ${mentionOf(noor.actor.id)} en ${mentionOf(people.member.actor.id)}: noemen-1`;
    const comment = await say(people.member.actor, text);
    expect(comment.mentions.map(({ name }) => name)).toEqual(['Noor', 'Sanne']);
    expect(await mails('noemen-1')).toEqual([noor.actor.email]);
    const mail = await house.db.mail.findFirstOrThrow({ where: { to: noor.actor.email } });
    expect(mail.subject).toBe('Sanne noemde je: Oproepbrief herschrijven');
    expect(mail.text).toContain('Kijk @Noor en @Sanne: noemen-1');
    expect(mail.text).toContain(`http://board.test/tasks/${taskId}`);
    await house.db.user.update({ where: { id: noor.actor.id }, data: { name: 'Noor B' } });
    const shown = (await comments()).find(({ id }) => id === comment.id);
    expect(shown?.mentions[0]).toEqual({ id: noor.actor.id, name: 'Noor B' });
  });

  it('name nobody outside the team, and then nothing is kept [TALK-2]', async () => {
    const { people } = world;
    const before = await comments();
    for (const id of [people.outsider.actor.id, people.removed.actor.id, 'none'])
      await expect(
        say(
          people.member.actor,
          `Hoi ${mentionOf(id)} ${mentionOf(people.manager.actor.id)} buiten`,
        ),
      ).rejects.toEqual(refused('invalid', 'text'));
    expect(await comments()).toEqual(before);
    expect(await mails('buiten')).toEqual([]);
  });

  it('are changed by who wrote them, say so, and tell only who is newly named [TALK-2] [TALK-3]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await say(actor, `Eerst ${mentionOf(people.manager.actor.id)} wijzig-1`);
    const change = (by: Actor, text: string) =>
      changeComment(house, by, { commentId: id }, { text });
    house.time.pass(MINUTE_MS);
    const both = `Nu ${mentionOf(people.manager.actor.id)} ${mentionOf(people.coach.actor.id)} wijzig-2`;
    const changed = await change(actor, both);
    expect(changed).toMatchObject({ text: both, editedAt: house.clock().toISOString() });
    expect(await mails('wijzig-1')).toEqual([people.manager.actor.email]);
    expect(await mails('wijzig-2')).toEqual([people.coach.actor.email]);
    house.time.pass(MINUTE_MS);
    expect((await change(actor, both)).editedAt).toBe(changed.editedAt);
    await expect(change(people.manager.actor, 'Van mij')).rejects.toEqual(refused('no-right'));
    await expect(change(people.outsider.actor, 'Van mij')).rejects.toEqual(refused('not-found'));
    await expect(removeComment(house, people.manager.actor, id)).rejects.toEqual(
      refused('no-right'),
    );
  });

  it('keep naming somebody who left, when they are changed [TALK-2]', async () => {
    const { house, people } = world;
    const gone = await newMember(house, people.manager.actor, people.teamId, { name: 'Gijs' });
    const { id } = await say(people.member.actor, `Dag ${mentionOf(gone.actor.id)}`);
    await house.db.membership.deleteMany({ where: { userId: gone.actor.id } });
    const text = `Het ga je goed ${mentionOf(gone.actor.id)}`;
    const changed = await changeComment(house, people.member.actor, { commentId: id }, { text });
    expect(changed.mentions).toEqual([{ id: gone.actor.id, name: 'Gijs' }]);
  });

  it('lose their words and keep their place when they are removed [TALK-3]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await say(actor, 'Toch niet, geheim-7');
    await removeComment(house, actor, id);
    const shown = (await comments()).find((comment) => comment.id === id);
    expect(shown).toMatchObject({ text: '', mentions: [], removedAt: house.clock().toISOString() });
    expect(await house.db.taskComment.count({ where: { text: { contains: 'geheim-7' } } })).toBe(0);
    for (const again of [
      removeComment(house, actor, id),
      changeComment(house, actor, { commentId: id }, { text: 'Terug' }),
    ])
      await expect(again).rejects.toEqual(refused('not-found'));
  });

  it('take their words along wherever we sent or kept them [TALK-5]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const named = await newMember(house, people.manager.actor, people.teamId);
    const { id: webhookId } = await newWebhook(house, people.manager.actor, people.teamId);
    const text = `${mentionOf(named.actor.id)} het geheime woord`;
    const sent = await callApi(house, people.member, {
      ...{ method: 'POST', path: `/tasks/${taskId}/comments`, body: { text } },
      headers: { 'idempotency-key': 'een reactie' },
    });
    const { id: commentId } = sent.body as { id: string };
    const where = { commentId };
    const [delivery] = await house.db.webhookDelivery.findMany({ where });
    await house.db.webhookAttempt.create({
      data: {
        ...{ id: 'echo', deliveryId: delivery?.id ?? '', at: house.clock(), took: 1 },
        ...{ address: 'https://x', headers: {}, status: 200, answer: 'geheime' },
      },
    });
    const [mail] = await house.db.mail.findMany({ where });
    expect([delivery?.webhookId, mail?.to]).toEqual([webhookId, named.actor.email]);
    const { id: _, ...more } = mail ?? {};
    await house.db.mail.create({
      data: { ...(more as typeof mail & object), id: 'went', headers: {}, sentAt: house.clock() },
    });
    await removeComment(house, actor, commentId);
    const [after] = await house.db.webhookDelivery.findMany({ where });
    expect(JSON.parse(after?.body ?? '')).toMatchObject({
      ...{ id: delivery?.id, type: 'task.commented' },
      data: { id: commentId, text: '', mentions: [], removedAt: house.clock().toISOString() },
    });
    expect(await house.db.mail.findMany({ where })).toMatchObject([{ id: 'went', text: '' }]);
    const kept = JSON.stringify([
      await house.db.webhookDelivery.findMany({ where, include: { attempts: true } }),
      await house.db.mail.findMany(),
      await house.db.idempotencyKey.findMany(),
      await house.db.audit.findMany(),
    ]);
    expect(kept).not.toContain('geheime');
  });

  it('name people by a mail that one press ends for good [MAIL-6] [TALK-2]', async () => {
    const { house, people } = world;
    const { actor } = await newMember(house, people.manager.actor, people.teamId);
    await say(people.member.actor, `${mentionOf(actor.id)} kijk je?`);
    const [mail] = await house.db.mail.findMany({ where: { to: actor.email } });
    const token = unsubscribeToken(house, { kind: 'mentions', userId: actor.id });
    expect(mail?.text).toContain(`/unsubscribe/${token}`);
    expect(mail?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
    expect((await answerUnsubscribe(house, token)).status).toBe(200);
    await say(people.member.actor, `${mentionOf(actor.id)} en nu?`);
    expect(await house.db.mail.count({ where: { to: actor.email } })).toBe(1);
    expect(await readPreferences(house, actor)).toMatchObject({ mentions: false, agreed: true });
  });
});
