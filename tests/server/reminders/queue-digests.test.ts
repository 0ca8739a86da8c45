import { beforeEach, expect, it } from 'vitest';
import type { ProposeActionInput } from '#board/api/boards.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { changePreferences } from '#server/accounts/change-preferences.ts';
import type { Mail } from '#server/db/generated/client.ts';
import { queueDigests } from '#server/reminders/queue-digests.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newTask, newWorkedTask } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { failAtCall } from '#tests/support/failing-calls.ts';
import { DAY_MS, MINUTE_MS } from '#tests/support/house-clock.ts';
import { anotherNode } from '#tests/support/house.ts';
import { newMember } from '#tests/support/people.ts';
import type { Person } from '#tests/support/people.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('reminders', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';
  let owner: Person;

  beforeEach(async () => {
    const { house, people } = world;
    const { actor } = people.manager;
    await house.db.user.updateMany({ data: { mailReminders: false } });
    owner = await newMember(house, actor, people.teamId, { name: 'Fatma' });
    boardId = (await newBoard(house, actor, people.teamId, { template: 'action' })).id;
  });

  /** Lets time pass until then; it never goes back. */
  function goTo(at: string): void {
    const { time } = world.house;
    time.pass(new Date(at).getTime() - time.now().getTime());
  }

  /** A task of the owner that was agreed long ago. */
  async function promised(
    input: Partial<ProposeActionInput> = {},
    by: Person = owner,
  ): Promise<TaskView> {
    const { house } = world;
    const task = await newTask(house, by.actor, boardId, { title: 'Brief', ...input });
    const confirmedAt = new Date('2026-01-01T12:00:00Z');
    await house.db.task.update({ where: { id: task.id }, data: { confirmedAt } });
    return task;
  }

  const zone = (person: Person, timeZone: string) =>
    changePreferences(world.house, person.actor, { timeZone });

  /** The digests that were queued for somebody, oldest first. */
  async function digests({ actor }: Person): Promise<Mail[]> {
    const { db } = world.house;
    const rows = await db.reminder.findMany({ where: { userId: actor.id } });
    const ids = rows.map(({ mailId }) => mailId);
    return db.mail.findMany({ where: { id: { in: ids } }, orderBy: { createdAt: 'asc' } });
  }

  /** Runs the round at each hour from one moment to another, and says at which ones each got a mail. */
  async function hoursWithMail(
    persons: readonly Person[],
    from: string,
    to: string,
  ): Promise<string[][]> {
    const hours: string[][] = persons.map(() => []);
    for (let at = Date.parse(from); at <= Date.parse(to); at += 3600_000) {
      const hour = new Date(at).toISOString();
      goTo(hour);
      await queueDigests(world.house);
      for (const [n, person] of persons.entries()) {
        const count = (await digests(person)).length;
        if (count > (hours[n]?.length ?? 0)) hours[n]?.push(hour.slice(0, 16));
      }
    }
    return hours;
  }

  it('[MAIL-1] [MAIL-2] [MAIL-4] come at eight, two days ahead, on the day and weekly, across a summer-time change', async () => {
    await zone(owner, 'Europe/Amsterdam');
    const { house, people } = world;
    const far = await newMember(house, people.manager.actor, people.teamId, { name: 'Grace' });
    await zone(far, 'America/New_York');
    await promised({ due: '2027-03-29' });
    await promised({ due: '2027-03-29' }, far);
    const both = await hoursWithMail([owner, far], '2027-03-26T00:00Z', '2027-04-13T00:00Z');
    expect(both).toEqual([
      [
        '2027-03-27T07:00', // winter time: eight in Amsterdam is seven in UTC
        '2027-03-29T06:00', // summer time, since the day before
        '2027-04-05T06:00',
        '2027-04-12T06:00',
      ],
      // New York has had summer time for two weeks.
      ['2027-03-27T12:00', '2027-03-29T12:00', '2027-04-05T12:00', '2027-04-12T12:00'],
    ]);
    const kinds = await world.house.db.reminder.findMany({
      where: { userId: owner.actor.id },
      orderBy: { day: 'asc' },
    });
    expect(kinds.map(({ kind, day }) => [kind, day])).toEqual([
      ['before', '2027-03-27'],
      ['due', '2027-03-29'],
      ['late', '2027-04-05'],
      ['late', '2027-04-12'],
    ]);
  });

  it('[MAIL-4] fall on the days of New York for somebody there', async () => {
    await zone(owner, 'America/New_York');
    await promised({ due: '2028-03-13' });
    // Clocks go forward there on Sunday 12 March 2028.
    expect(await hoursWithMail([owner], '2028-03-10T00:00Z', '2028-03-14T00:00Z')).toEqual([
      ['2028-03-11T13:00', '2028-03-13T12:00'],
    ]);
  });

  it('[MAIL-1] ask for the effect once the work is done', async () => {
    await zone(owner, 'Europe/Amsterdam');
    const effect = { observation: 'Niemand belt', checkOn: '2028-05-10' };
    const task = await promised({ due: '2028-05-01', effect });
    await changeTask(world.house, owner.actor, task.id, { revision: 1, state: 'done' });
    expect(await hoursWithMail([owner], '2028-05-01T06:00Z', '2028-05-18T00:00Z')).toEqual([
      ['2028-05-08T06:00', '2028-05-10T06:00', '2028-05-17T06:00'],
    ]);
    const [first, , last] = await digests(owner);
    expect(first?.text).toMatch(/Look at the effect: Wednesday,? 10 May 2028/);
    expect(first?.text).toContain(`http://board.test/tasks/${task.id}?do=effect`);
    expect(last?.subject).toBe('Did it work? Brief');
  });

  it('[MAIL-2] are one mail for everything that is due, with links that act', async () => {
    const { house } = world;
    await zone(owner, 'UTC');
    await changePreferences(house, owner.actor, { reminders: true });
    await house.db.user.update({ where: { id: owner.actor.id }, data: { locale: 'nl' } });
    const late = await promised({ title: 'Te lang blijven liggen', due: '2028-06-01' });
    const due = await promised({ title: 'Vandaag\r\nBcc: x@example.org', due: '2028-06-08' });
    await promised({ title: 'Overmorgen', due: '2028-06-10' });
    await promised({ title: 'Nog lang niet', due: '2028-07-01' });
    goTo('2028-06-08T08:00Z');
    await queueDigests(house);
    const [mail, ...more] = await digests(owner);
    expect(more).toEqual([]);
    expect(mail?.to).toBe(owner.actor.email);
    expect(mail?.subject).toBe('3 acties vragen vandaag iets van je');
    const text = mail?.text ?? '';
    const places = ['TE LAAT', 'Te lang blijven liggen', 'VANDAAG', 'KOMT ERAAN', 'Overmorgen'];
    const found = places.map((place) => text.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(text).not.toContain('Nog lang niet');
    expect(text).toContain('Uiterlijk: donderdag 8 juni 2028');
    for (const link of [`${late.id}?do=done`, `${late.id}?do=day`, `${due.id}?do=done`])
      expect(text).toContain(`http://board.test/tasks/${link}`);
    const { 'List-Unsubscribe': stop, ...rest } = mail?.headers as Record<string, string>;
    expect(stop).toMatch(/^<http:\/\/board\.test\/unsubscribe\/reminders\.[\w.-]+>$/);
    expect(rest).toEqual({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
    expect(text).toContain(stop?.slice(1, -1));
    expect(mail?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  });

  it('[MAIL-2] are one mail after days without a server, which says what is late', async () => {
    const { house } = world;
    await zone(owner, 'UTC');
    await promised({ title: 'Al voorbij', due: '2028-08-02' });
    await promised({ title: 'Morgen', due: '2028-08-05' });
    goTo('2028-08-04T09:30Z');
    await queueDigests(house);
    await queueDigests(house);
    const [mail, ...more] = await digests(owner);
    expect(more).toEqual([]);
    expect(mail?.text).toMatch(/LATE\n\nAl voorbij[^]*COMING\n\nMorgen/);
    expect(mail?.text).not.toContain('DUE TODAY');
    goTo('2028-08-05T08:00Z');
    await queueDigests(house);
    expect((await digests(owner)).map(({ subject }) => subject)).toContain('Due today: Morgen');
  });

  it('[MAIL-1] are not for the day on which it was agreed, nor sent twice when the day moves back', async () => {
    const { house } = world;
    await zone(owner, 'UTC');
    goTo('2028-09-06T07:00Z');
    const task = await newTask(house, owner.actor, boardId, { due: '2028-09-08' });
    await house.db.task.update({ where: { id: task.id }, data: { confirmedAt: house.clock() } });
    goTo('2028-09-06T10:00Z');
    await queueDigests(house);
    expect(await digests(owner)).toEqual([]);
    goTo('2028-09-08T10:00Z');
    await queueDigests(house);
    expect(await digests(owner)).toHaveLength(1);
    const moved = await changeTask(house, owner.actor, task.id, { revision: 1, due: '2028-12-24' });
    await changeTask(house, owner.actor, task.id, { revision: moved.revision, due: '2028-09-08' });
    goTo('2028-09-09T10:00Z');
    await queueDigests(house);
    expect(await digests(owner)).toHaveLength(1);
  });

  it('[MAIL-1] are for the one who owns it now, and for nobody once it is dropped', async () => {
    const { house, people } = world;
    const other = await newMember(house, people.manager.actor, people.teamId, { name: 'Bram' });
    const input = { due: '2028-10-02' };
    const [handed, dropped] = [await promised(input), await promised(input)];
    const change = { revision: 1, owner: other.actor.id };
    await changeTask(house, owner.actor, handed.id, change);
    await changeTask(house, owner.actor, dropped.id, {
      revision: 1,
      state: 'dropped',
      reason: 'Niet meer nodig',
    });
    goTo('2028-10-02T20:00Z');
    await queueDigests(house);
    expect(await digests(owner)).toEqual([]);
    expect(await digests(other)).toHaveLength(1);
  });

  it('do not come to who wants none', async () => {
    const { house } = world;
    await promised({ due: '2028-11-01' });
    await changePreferences(house, owner.actor, { reminders: false });
    goTo('2028-11-01T20:00Z');
    await queueDigests(house);
    expect(await digests(owner)).toEqual([]);
    await changePreferences(house, owner.actor, { reminders: true });
    await queueDigests(house);
    expect(await digests(owner)).toHaveLength(1);
  });

  it('[MAIL-3] go out once when several nodes look at once', async () => {
    const { house } = world;
    await promised({ due: '2028-11-10' });
    await promised({ due: '2028-11-12' });
    goTo('2028-11-10T20:00Z');
    const nodes = [house, anotherNode(house).house, anotherNode(house).house];
    await Promise.all([...nodes, ...nodes].map((node) => queueDigests(node)));
    expect(await digests(owner)).toHaveLength(1);
    expect(await house.db.reminder.count({ where: { userId: owner.actor.id } })).toBe(2);
  });

  it('[MAIL-3] go out once when any call on the way fails', async () => {
    const { house } = world;
    await promised({ due: '2028-12-01' });
    goTo('2028-12-01T20:00Z');
    const waiting = () =>
      house.db.mail.count({ where: { to: owner.actor.email, subject: { contains: 'Brief' } } });
    const agreed = await waiting();
    let failed = 0;
    for (let n = 1; ; n++) {
      const calls = failAtCall(house.db, n);
      const round = queueDigests({ ...house, db: calls.db });
      const ended = await round.then(
        () => true,
        (error: unknown) => error,
      );
      if (ended === true) break;
      expect(ended).toMatchObject({ message: 'the database is away' });
      failed += 1;
      expect(await waiting()).toBe(agreed);
      expect(await house.db.reminder.count({ where: { userId: owner.actor.id } })).toBe(0);
    }
    expect(failed).toBeGreaterThanOrEqual(6);
    await queueDigests(house);
    expect(await waiting()).toBe(agreed + 1);
    expect(await digests(owner)).toHaveLength(1);
  });

  it('[MAIL-3] reach everybody else when one of them fails', async () => {
    const { house, people } = world;
    const other = await newMember(house, people.manager.actor, people.teamId, { name: 'Aya' });
    await promised({ due: '2028-12-20' });
    await promised({ due: '2028-12-20' }, other);
    goTo('2028-12-20T20:00Z');
    const fail = ({
      args,
      query,
    }: {
      args: { data: { to: string } };
      query: (a: never) => unknown;
    }) => {
      if (args.data.to === owner.actor.email) throw new Error('this one does not fit');
      return query(args as never);
    };
    const db = house.db.$extends({ query: { mail: { create: fail as never } } }) as typeof house.db;
    await expect(queueDigests({ ...house, db })).rejects.toThrow('this one does not fit');
    expect(await digests(owner)).toEqual([]);
    expect(await digests(other)).toHaveLength(1);
    house.time.pass(DAY_MS / 1440);
    await queueDigests(house);
    expect(await digests(owner)).toHaveLength(1);
    expect(await digests(other)).toHaveLength(1);
  });

  it('[MAIL-1] ask whether it still works, as long as it has to hold', async () => {
    await zone(owner, 'UTC');
    const task = await newWorkedTask(world.house, owner.actor, boardId, { title: 'Brief' });
    const first = Date.parse(`${task.holdingChecks[0]?.dueOn}T00:00Z`);
    const at = (days: number, hour: number): string =>
      new Date(first + days * DAY_MS + hour * 60 * MINUTE_MS).toISOString().slice(0, 16);
    const hours = await hoursWithMail([owner], `${at(-3, 0)}Z`, `${at(1, 0)}Z`);
    expect(hours).toEqual([[at(-2, 8), at(0, 8)]]);
    const [, last] = await digests(owner);
    expect(last?.subject).toBe('Does it still work? Brief');
    expect(last?.text).toContain(`http://board.test/tasks/${task.id}?do=hold`);
    expect(last?.calendar).toContain(`${task.id}-hold-`);
  });
});
