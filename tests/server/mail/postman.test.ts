import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Postman } from '#server/mail/postman.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { SmtpServer } from '#tests/support/smtp-server.ts';
import { useHouse } from '#tests/support/use-house.ts';

describe('the postman', () => {
  const opened = useHouse();
  let smtp: SmtpServer;
  let postman: Postman;
  let count = 0;

  beforeEach(async () => {
    await opened.house.db.mail.deleteMany();
    smtp = await new SmtpServer().start();
    postman = new Postman(opened.house, { smtpUrl: smtp.url, from: 'Board <board@example.org>' });
  });
  afterEach(async () => {
    await postman.stop();
    await smtp.stop();
  });

  const queue = (mail: { to?: string; calendar?: string; createdAt?: Date; error?: string } = {}) =>
    opened.house.db.mail.create({
      data: {
        id: `mail-${++count}`,
        to: 'sanne@example.org',
        subject: 'Afgesproken: één brief',
        text: 'Hallo Sanne,\n.\nTot vrijdag\n',
        ...mail,
      },
    });
  const stateOf = async (id: string) => {
    const { sentAt, error } = await opened.house.db.mail.findUniqueOrThrow({ where: { id } });
    return { sentAt, error };
  };

  it('delivers what waits, oldest first, and notes when', async () => {
    const { house } = opened;
    const [one, two] = [await queue(), await queue({ to: 'kees@example.org' })];
    await postman.deliver();
    expect(smtp.received.map(({ to }) => to)).toEqual([
      ['sanne@example.org'],
      ['kees@example.org'],
    ]);
    const [mail] = smtp.received;
    expect(mail?.from).toBe('board@example.org');
    expect(mail?.content).toMatch(/^Subject: =\?UTF-8\?Q\?/m);
    expect(mail?.content).toContain('Hallo Sanne,\r\n.\r\nTot vrijdag');
    for (const { id } of [one, two])
      expect(await stateOf(id)).toEqual({ sentAt: house.clock(), error: null });
    await postman.deliver();
    expect(smtp.received).toHaveLength(2);
  });

  it('attaches the calendar entry', async () => {
    await queue({ calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' });
    await postman.deliver();
    const content = smtp.received[0]?.content ?? '';
    expect(content).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/im);
    expect(content).toContain('BEGIN:VCALENDAR');
  });

  it('keeps the error of what failed, and tries again', async () => {
    const { house } = opened;
    const { id } = await queue();
    smtp.refuse = '550 no such mailbox here';
    await postman.deliver();
    const { sentAt, error } = await stateOf(id);
    expect(sentAt).toBeNull();
    expect(error).toContain('no such mailbox here');
    smtp.refuse = undefined;
    await postman.deliver();
    expect(await stateOf(id)).toEqual({ sentAt: house.clock(), error: null });
  });

  it('keeps the error when nobody answers, and never the password', async () => {
    const { id } = await queue();
    const { port } = new URL(smtp.url);
    await smtp.stop();
    const smtpUrl = `smtp://me:geheim@127.0.0.1:${port}`;
    const other = new Postman(opened.house, { smtpUrl, from: 'board@example.org' });
    await other.deliver();
    await other.stop();
    const { sentAt, error } = await stateOf(id);
    expect(sentAt).toBeNull();
    expect(error).toMatch(/ECONNREFUSED/);
    expect(error).not.toContain('geheim');
  });

  it('gives up after a day', async () => {
    const { house } = opened;
    await queue({ createdAt: new Date(house.clock().getTime() - DAY_MS) });
    await postman.deliver();
    expect(smtp.received).toEqual([]);
  });

  it('delivers new mail also while many others fail', async () => {
    smtp.refuse = '550 no such mailbox here';
    for (let n = 0; n < 25; n++)
      await queue({ to: `weg-${n}@example.org`, error: 'failed before' });
    await queue({ to: 'nieuw@example.org' });
    smtp.refuseOnly = /weg-/;
    await postman.deliver();
    expect(smtp.received.map(({ to }) => to)).toEqual([['nieuw@example.org']]);
  });

  it('writes no header that a subject or an address tries to slip in', async () => {
    const { house } = opened;
    await house.db.mail.create({
      data: {
        id: 'slip',
        to: 'sanne@example.org',
        subject: 'Kop\r\nBcc: spion@example.org\r\n\r\nnieuw lijf',
        text: 'Hallo',
      },
    });
    await postman.deliver();
    expect(smtp.received.map(({ to }) => to)).toEqual([['sanne@example.org']]);
    expect(smtp.received[0]?.content).not.toMatch(/^Bcc:/m);
  });
});
