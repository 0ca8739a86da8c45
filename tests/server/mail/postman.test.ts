import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Postman } from '#server/mail/postman.ts';
import { testDatabase } from '#tests/support/database.ts';
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

  it('[SYNC-65] of several nodes sends each mail once', async () => {
    const { house } = opened;
    for (let n = 0; n < 20; n++) await queue({ to: `ieder-${n}@example.org` });
    const nodes = [1, 2, 3].map(
      () => new Postman(house, { smtpUrl: smtp.url, from: 'board@example.org' }),
    );
    await Promise.all(nodes.map((node) => node.deliver()));
    await Promise.all(nodes.map((node) => node.stop()));
    const to = smtp.received.map((mail) => mail.to[0]).sort();
    expect(to).toEqual(Array.from({ length: 20 }, (_, n) => `ieder-${n}@example.org`).sort());
  });

  it('[SYNC-65] leaves a mail alone while another node sends it, and takes it when that node died', async () => {
    const { id } = await queue();
    const hold = (ms: number) =>
      opened.house.db.mail.update({
        where: { id },
        data: { heldUntil: new Date(Date.now() + ms) },
      });
    await hold(60_000);
    await postman.deliver();
    expect(smtp.received).toEqual([]);
    await hold(-1_000);
    await postman.deliver();
    expect(smtp.received).toHaveLength(1);
  });

  it('tries a mail that fails once in a round', async () => {
    let tries = 0;
    const server = smtp;
    Object.defineProperty(server, 'refuse', {
      get: () => {
        tries += 1;
        return '550 no such mailbox here';
      },
    });
    await queue();
    await postman.deliver();
    expect(tries).toBe(1);
  });

  it('[SYNC-65] does not send again what it sent while the database failed', async () => {
    const { house } = opened;
    const { id } = await queue();
    let down = true;
    const fail = async <T>({ args, query }: { args: T; query: (args: T) => Promise<unknown> }) => {
      if (down) throw new Error('the database is away');
      return query(args);
    };
    const db = house.db.$extends({ query: { mail: { updateMany: fail } } }) as typeof house.db;
    const forgetful = new Postman({ ...house, db }, { smtpUrl: smtp.url, from: 'b@example.org' });
    await forgetful.deliver();
    expect(house.takeLogged().map(({ msg }) => msg)).toEqual([
      'mails could not be read; trying again',
    ]);
    await house.db.mail.update({ where: { id }, data: { heldUntil: null } });
    down = false;
    await forgetful.deliver();
    await forgetful.stop();
    expect(smtp.received).toHaveLength(1);
    expect(await stateOf(id)).toEqual({ sentAt: house.clock(), error: null });
  });
});

describe('the postman on the embedded database', () => {
  const opened = useHouse(() => testDatabase('embedded'));

  it('[SYNC-65] claims each mail before it sends it', async () => {
    const { house } = opened;
    const smtp = await new SmtpServer().start();
    const options = { smtpUrl: smtp.url, from: 'board@example.org' };
    const nodes = [new Postman(house, options), new Postman(house, options)];
    for (const id of ['een', 'twee', 'drie'])
      await house.db.mail.create({ data: { id, to: `${id}@example.org`, subject: id, text: id } });
    await Promise.all(nodes.map((node) => node.deliver()));
    await Promise.all(nodes.map((node) => node.stop()));
    await smtp.stop();
    expect(smtp.received).toHaveLength(3);
    expect(await house.db.mail.count({ where: { sentAt: null } })).toBe(0);
  });
});
