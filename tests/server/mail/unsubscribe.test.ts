import { beforeAll, describe, expect, it } from 'vitest';
import { changePreferences } from '#server/accounts/change-preferences.ts';
import { readPreferences } from '#server/accounts/read-preferences.ts';
import { answerUnsubscribe } from '#server/mail/answer-unsubscribe.ts';
import { listOutbox } from '#server/mail/list-outbox.ts';
import { readUnsubscribe, unsubscribe } from '#server/mail/unsubscribe.ts';
import { unsubscribeToken } from '#server/mail/unsubscribe-token.ts';
import { mailLocale } from '#server/mail/mail-locale.ts';
import { Postman } from '#server/mail/postman.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { SmtpServer } from '#tests/support/smtp-server.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

describe('[MAIL-6] a link that ends mails', () => {
  const tokenFor = (userId: string, kind: 'reminders' | 'agreed' = 'reminders') =>
    unsubscribeToken(world.house, { userId, kind });
  const somebody = async () => {
    const { house, people } = world;
    return (await newMember(house, people.manager.actor, people.teamId)).actor;
  };

  it('ends its kind of mail for its person and no other, once or twice', async () => {
    const { house, people } = world;
    const actor = await somebody();
    const token = tokenFor(actor.id);
    const told = { kind: 'reminders', reminders: false, agreed: true, mentions: true };
    expect(await readUnsubscribe(house, token)).toEqual({ ...told, reminders: true });
    expect(await unsubscribe(house, { token })).toEqual(told);
    expect(await unsubscribe(house, { token })).toEqual(told);
    expect(await readPreferences(house, actor)).toMatchObject({ reminders: false, agreed: true });
    expect(await readPreferences(house, people.member.actor)).toMatchObject({ reminders: true });
    const audit = await house.db.audit.findMany({ where: { subject: actor.id } });
    expect(audit.filter(({ deed }) => deed === 'mail.unsubscribe')).toHaveLength(1);
  });

  it('is undone in the settings', async () => {
    const { house } = world;
    const actor = await somebody();
    await unsubscribe(house, { token: tokenFor(actor.id, 'agreed') });
    expect(await readPreferences(house, actor)).toMatchObject({ reminders: true, agreed: false });
    await changePreferences(house, actor, { agreed: true });
    expect(await readPreferences(house, actor)).toMatchObject({ reminders: true, agreed: true });
  });

  it('is ours alone to make', async () => {
    const { house, people } = world;
    const [mine, other] = [people.member.actor.id, people.coach.actor.id];
    const [kind, , signature = ''] = tokenFor(mine).split('.');
    const forged = [
      '',
      '..',
      `${kind}.${mine}`,
      `${kind}.${mine}.`,
      `${kind}.${other}.${signature}`,
      `agreed.${mine}.${signature}`,
      `everything.${mine}.${signature}`,
      `${kind}.${mine}.${signature}.more`,
      `${kind}.${mine}.${signature.slice(0, -1)}`,
      `${kind}.${mine}.${'é'.repeat(43)}`,
      unsubscribeToken({ authSecret: 'another' }, { kind: 'reminders', userId: mine }),
      tokenFor('nobody'),
    ];
    for (const token of forged) {
      expect(await readUnsubscribe(house, token)).toBeNull();
      await expect(unsubscribe(house, { token })).rejects.toEqual(refused('expired'));
      expect((await answerUnsubscribe(house, token)).status).toBe(404);
    }
    expect(await readPreferences(house, people.member.actor)).toMatchObject({ reminders: true });
  });

  it('takes the one POST of a mail program', async () => {
    const { house } = world;
    const actor = await somebody();
    const answer = await answerUnsubscribe(house, tokenFor(actor.id));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(await readPreferences(house, actor)).toMatchObject({ reminders: false });
  });

  it('asks to come again while the database is away', async () => {
    const { house, people } = world;
    const db = { user: { findUnique: () => Promise.reject(new Error('away')) } };
    const token = tokenFor(people.member.actor.id);
    const answer = await answerUnsubscribe({ ...house, db: db as never }, token);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    expect(house.takeLogged().map(({ msg }) => msg)).toEqual([
      'somebody could not be unsubscribed',
    ]);
  });
});

describe('[MAIL-5] the mail to a new owner', () => {
  let boardId = '';
  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });
  const mailsTo = (to: string) => world.house.db.mail.findMany({ where: { to } });
  const newcomer = () => newMember(world.house, world.people.manager.actor, world.people.teamId);

  it('comes when a task is agreed and when it is handed over, and to nobody who kept it', async () => {
    const { house, people } = world;
    const [one, two] = [(await newcomer()).actor, (await newcomer()).actor];
    const { id } = await newTask(house, people.member.actor, boardId, { owner: one.id });
    expect(await mailsTo(one.email)).toHaveLength(1);
    await changeTask(house, people.member.actor, id, { revision: 1, owner: two.id });
    await changeTask(house, people.member.actor, id, {
      revision: 2,
      owner: two.id,
      due: '2027-01-01',
    });
    expect(await mailsTo(one.email)).toHaveLength(1);
    const [mail, ...more] = await mailsTo(two.email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(`http://board.test/tasks/${id}`);
    expect(mail?.calendar).toContain('SEQUENCE:2\r\n');
  });

  it('comes to nobody who wants none; reminders are another choice', async () => {
    const { house, people } = world;
    const { actor } = await newcomer();
    await changePreferences(house, actor, { agreed: false });
    await newTask(house, people.member.actor, boardId, { owner: actor.id });
    expect(await mailsTo(actor.email)).toEqual([]);
  });

  it('has the link and the headers that end such mails, in the outbox and on the way', async () => {
    const { house, people } = world;
    const { actor } = await newcomer();
    await newTask(house, people.member.actor, boardId, { owner: actor.id });
    const [mail] = await mailsTo(actor.email);
    const link = `http://board.test/unsubscribe/${unsubscribeToken(house, { kind: 'agreed', userId: actor.id })}`;
    expect(mail?.text).toContain(link);
    const headers = {
      'List-Unsubscribe': `<${link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    const shown = await listOutbox(house, people.admin.actor);
    expect(shown.find(({ id }) => id === mail?.id)?.headers).toEqual(headers);
    await house.db.mail.deleteMany({ where: { id: { not: mail?.id ?? '' } } });
    const smtp = await new SmtpServer().start();
    const postman = new Postman(house, { smtpUrl: smtp.url, from: 'board@example.org' });
    await postman.deliver();
    await postman.stop();
    await smtp.stop();
    const content = (smtp.received[0]?.content ?? '').replaceAll(/\r\n[ \t]/g, ' ');
    for (const [name, value] of Object.entries(headers))
      expect(content.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
  });
});

describe('preferences', () => {
  it('[MAIL-4] hold what is chosen beside what the browser tells', async () => {
    const { house, people } = world;
    const { actor } = await newMember(house, people.manager.actor, people.teamId);
    await changePreferences(house, actor, { browserZone: 'America/New_York' });
    await changePreferences(house, actor, { timeZone: 'Europe/Amsterdam', browserLocale: 'nl' });
    expect(await readPreferences(house, actor)).toEqual({
      reminders: true,
      agreed: true,
      mentions: true,
      timeZone: 'Europe/Amsterdam',
      browserZone: 'America/New_York',
      browserLocale: 'nl',
    });
    expect(await changePreferences(house, actor, { timeZone: null })).toMatchObject({
      timeZone: null,
      browserZone: 'America/New_York',
    });
    const guest = { kind: 'guest', id: 'g', name: 'G' } as const;
    await expect(readPreferences(house, guest)).rejects.toEqual(refused('sign-in'));
    await expect(changePreferences(house, guest, {})).rejects.toEqual(refused('sign-in'));
  });
});

describe('the language of mails', () => {
  it('is the chosen one, else that of the browser, else that of whoever wrote [MAIL-10]', () => {
    expect(mailLocale({ locale: 'en', browserLocale: 'nl' }, 'nl')).toBe('en');
    expect(mailLocale({ locale: null, browserLocale: 'nl' }, 'en')).toBe('nl');
    expect(mailLocale({ locale: null, browserLocale: 'fr' }, 'nl')).toBe('nl');
  });
});
