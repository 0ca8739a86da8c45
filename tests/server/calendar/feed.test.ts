import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeMe } from '#server/accounts/change-me.ts';
import { answerFeed } from '#server/calendar/answer-feed.ts';
import { endFeed } from '#server/calendar/end-feed.ts';
import { readFeed } from '#server/calendar/read-feed.ts';
import { renewFeed } from '#server/calendar/renew-feed.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { parseCalendar } from '#tests/support/calendar.ts';
import { MINUTE_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import type { Person } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('the calendar of a person', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });

  /** Somebody new with an address for their calendar. */
  async function reader(): Promise<{ person: Person; name: string }> {
    const { house, people } = world;
    const person = await newMember(house, people.manager.actor, people.teamId, { name: 'Fatma' });
    return { person, name: await addressOf(person) };
  }

  async function addressOf({ actor }: Person): Promise<string> {
    const { url } = await renewFeed(world.house, actor);
    expect(url).toMatch(/^http:\/\/board\.test\/calendar\/[\w-]{32}\.ics$/);
    return url.slice(url.lastIndexOf('/') + 1);
  }

  function ask(name: string, headers: Record<string, string> = {}): Promise<Response> {
    const request = new Request(`http://board.test/calendar/${name}`, { headers });
    return answerFeed(world.house, request, name);
  }

  async function entries(name: string) {
    const answer = await ask(name);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    parseCalendar(text);
    const calendar = new ICAL.Component(ICAL.parse(text) as never[]);
    return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  }

  it('[MAIL-8] holds due days and effect checks of open work as all-day entries, for a real parser', async () => {
    const { house } = world;
    const { person, name } = await reader();
    const title = 'Brief; herschrijven, é\\ met 😀 '.repeat(6).trim();
    const effect = { observation: 'Niemand belt', checkOn: '2027-04-30' };
    const task = await newTask(house, person.actor, boardId, { title, due: '2027-03-29', effect });
    const [due, check, ...more] = await entries(name);
    expect(more).toEqual([]);
    expect(due).toMatchObject({ uid: `${task.id}@verbeterbord`, summary: title, sequence: 1 });
    expect(due?.startDate.isDate).toBe(true);
    expect(due?.startDate.toString()).toBe('2027-03-29');
    expect(due?.duration.toString()).toBe('P1D');
    expect(due?.description).toBe(`Kortere wachttijd\nhttp://board.test/tasks/${task.id}`);
    expect(check).toMatchObject({
      uid: `${task.id}-check@verbeterbord`,
      summary: `Check the effect: ${title}`,
    });
    expect(check?.startDate.toString()).toBe('2027-04-30');
  });

  it('[MAIL-8] keeps the UID and raises the SEQUENCE when a task changes', async () => {
    const { house } = world;
    const { person, name } = await reader();
    const { id } = await newTask(house, person.actor, boardId, { due: '2027-03-29' });
    const [before] = await entries(name);
    await changeTask(house, person.actor, id, { revision: 1, due: '2027-04-05' });
    const [after] = await entries(name);
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([1, 2]);
    expect(after?.startDate.toString()).toBe('2027-04-05');
    await changeTask(house, person.actor, id, { revision: 2, state: 'done' });
    expect((await entries(name)).map(({ uid }) => uid)).toEqual([`${id}-check@verbeterbord`]);
    await changeTask(house, person.actor, id, {
      revision: 3,
      state: 'dropped',
      reason: 'Niet meer nodig',
    });
    expect(await entries(name)).toEqual([]);
  });

  it('[MAIL-8] holds nobody else’s tasks, nor those that were handed over', async () => {
    const { house, people } = world;
    const { person, name } = await reader();
    await newTask(house, people.member.actor, boardId);
    const { id } = await newTask(house, person.actor, boardId);
    expect(await entries(name)).toHaveLength(2);
    await changeTask(house, person.actor, id, { revision: 1, owner: people.coach.actor.id });
    const text = await (await ask(name)).text();
    expect(text).not.toContain('VEVENT');
    for (const secret of [person.actor.email, person.actor.name])
      expect(text).not.toContain(secret);
  });

  it('[MAIL-8] is in the language of its person', async () => {
    const { house } = world;
    const { person, name } = await reader();
    await newTask(house, person.actor, boardId, { title: 'Bellen' });
    await changeMe(house, person.actor, { locale: 'nl' });
    const titles = (await entries(name)).map(({ summary }) => summary);
    expect(titles).toEqual(['Bellen', 'Bekijk het effect: Bellen']);
  });

  it('[MAIL-8] is not sent again while nothing changed', async () => {
    const { house } = world;
    const { person, name } = await reader();
    const { id } = await newTask(house, person.actor, boardId);
    const first = await ask(name);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    house.time.pass(5 * MINUTE_MS);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await ask(name, { 'if-none-match': known });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([
        304,
        etag,
        '',
      ]);
    }
    expect((await ask(name, { 'if-none-match': '"other"' })).status).toBe(200);
    await changeTask(house, person.actor, id, { revision: 1, title: 'Anders' });
    expect((await ask(name, { 'if-none-match': etag })).status).toBe(200);
  });

  it('[MAIL-9] has one address at a time, of which only a hash is kept', async () => {
    const { house } = world;
    const { person, name } = await reader();
    expect(await readFeed(house, person.actor)).toEqual({
      madeAt: house.clock().toISOString(),
      readAt: null,
    });
    expect(JSON.stringify(await house.db.calendarFeed.findMany())).not.toContain(name.slice(0, 32));
    const renewed = await addressOf(person);
    expect((await ask(name)).status).toBe(404);
    expect((await ask(renewed)).status).toBe(200);
    expect((await readFeed(house, person.actor)).readAt).toBe(house.clock().toISOString());
    await endFeed(house, person.actor);
    await endFeed(house, person.actor);
    expect((await ask(renewed)).status).toBe(404);
    expect(await readFeed(house, person.actor)).toEqual({ madeAt: null, readAt: null });
    const audit = await house.db.audit.findMany({ where: { subject: person.actor.id } });
    const deeds = audit.map(({ deed }) => deed).filter((deed) => deed.startsWith('calendar'));
    expect(deeds.sort()).toEqual(['calendar.end', 'calendar.renew', 'calendar.renew']);
  });

  it('[MAIL-9] is there for nobody without the address', async () => {
    const { house, people } = world;
    const { name } = await reader();
    const wrong = [
      '',
      '.ics',
      name.slice(0, 32),
      `${name}x`,
      `x${name.slice(1)}`,
      `${'a'.repeat(32)}.ics`,
      '../x.ics',
      '\u0000.ics',
    ];
    for (const other of wrong) expect([other, (await ask(other)).status]).toEqual([other, 404]);
    const guest = { kind: 'guest', id: 'g', name: 'G' } as const;
    for (const deed of [readFeed, renewFeed, endFeed])
      await expect(deed(house, guest)).rejects.toEqual(refused('sign-in'));
    expect(await readFeed(house, people.coach.actor)).toEqual({ madeAt: null, readAt: null });
  });

  it('[MAIL-9] is not given more often than any calendar asks', async () => {
    const { house } = world;
    const { name } = await reader();
    const { name: other } = await reader();
    const statuses = new Set<number>();
    for (let n = 0; n < 30; n++) statuses.add((await ask(name)).status);
    expect([...statuses]).toEqual([200]);
    const refusal = await ask(name);
    expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await ask(other)).status).toBe(200);
    house.time.pass(MINUTE_MS);
    expect((await ask(name)).status).toBe(200);
  });

  it('says to come again while the database is away, and tells no secret', async () => {
    const { house } = world;
    const { name } = await reader();
    const db = { calendarFeed: { findUnique: () => Promise.reject(new Error('away')) } };
    const request = new Request(`http://board.test/calendar/${name}`);
    const answer = await answerFeed({ ...house, db: db as never }, request, name);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    const logged = house.takeLogged();
    expect(logged.map(({ msg }) => msg)).toEqual(['a calendar could not be given']);
    expect(JSON.stringify(logged)).not.toContain(name.slice(0, 32));
  });
});
