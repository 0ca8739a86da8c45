import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '#board/api/people.ts';
import { changeMe } from '#server/accounts/change-me.ts';
import { listOutbox } from '#server/mail/list-outbox.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { parseCalendar, plainText } from '#tests/support/calendar.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('the mail about a new task', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'action' });
    boardId = board.id;
  });

  async function mailAbout(title: string, due = '2026-12-11') {
    const { house, people } = world;
    const owner = people.coach.actor.id;
    const task = await newTask(house, people.member.actor, boardId, { title, due, owner });
    const mail = await house.db.mail.findFirstOrThrow({ where: { text: { contains: task.id } } });
    return { task, mail };
  }

  it('waits in the outbox for its owner, and says who agreed to what by when', async () => {
    const { house, people } = world;
    const { task, mail } = await mailAbout('Oproepbrief herschrijven');
    expect(mail).toMatchObject({ to: people.coach.actor.email, sentAt: null, error: null });
    expect(mail.subject).toContain('Oproepbrief herschrijven');
    for (const said of ['Kees', 'Sanne', 'Kortere wachttijd', `http://board.test/tasks/${task.id}`])
      expect(mail.text).toContain(said);
    expect(await listOutbox(house, people.admin.actor)).toContainEqual(
      expect.objectContaining({ id: mail.id, calendar: true, sentAt: null }),
    );
    await expect(listOutbox(house, people.manager.actor)).rejects.toEqual(refused('no-right'));
  });

  it('is in the language of its owner', async () => {
    const { house, people } = world;
    const subjects = new Set<string>();
    for (const locale of ['nl', 'en'] satisfies Locale[]) {
      await changeMe(house, people.coach.actor, { locale });
      subjects.add((await mailAbout('Zelfde titel')).mail.subject);
    }
    expect(subjects.size).toBe(2);
    await changeMe(house, people.coach.actor, { locale: null });
    expect(subjects).toContain((await mailAbout('Zelfde titel')).mail.subject);
  });

  it('carries a calendar entry for the whole day on which it is due', async () => {
    const { task, mail } = await mailAbout('Oproepbrief herschrijven', '2026-12-31');
    const lines = parseCalendar(mail.calendar ?? '');
    const value = (name: string) => lines.filter((line) => line.name === name).map((l) => l.value);
    expect(value('VERSION')).toEqual(['2.0']);
    expect(value('PRODID')).toHaveLength(1);
    expect(value('UID')).toEqual([`${task.id}@verbeterbord`]);
    expect(value('DTSTAMP')).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z$/)]);
    expect(value('SUMMARY')).toEqual(['Oproepbrief herschrijven']);
    const description = lines.find(({ name }) => name === 'DESCRIPTION');
    expect(description && plainText(description)).toBe(
      `Kortere wachttijd\nhttp://board.test/tasks/${task.id}`,
    );
    expect(value('BEGIN')).toEqual(['VCALENDAR', 'VEVENT']);
    const start = lines.find(({ name }) => name === 'DTSTART');
    expect(start).toEqual({ name: 'DTSTART', params: ';VALUE=DATE', value: '20261231' });
    // Without an end it takes the one day (RFC 5545, 3.6.1).
    expect([...value('DTEND'), ...value('DURATION')]).toEqual([]);
  });

  it.each([
    'Regel een\nregel twee; met, leestekens \\ en: meer',
    'Kop\r\nBEGIN:VALARM\r\nEND:VALARM',
    'Kop\rATTACH:file',
    'é'.repeat(200),
    '{name} <b>vet</b> {due, date}',
    '=HYPERLINK("http://example.org")',
  ])('says nothing but the title when that is %j', async (title) => {
    const { mail, task } = await mailAbout(title);
    expect(task.title).toBe(title);
    const lines = parseCalendar(mail.calendar ?? '');
    expect(lines.filter(({ name }) => name === 'BEGIN')).toHaveLength(2);
    const summary = lines.find(({ name }) => name === 'SUMMARY');
    expect(summary && plainText(summary)).toBe(title.replaceAll(/\s+/g, ' '));
    expect(mail.text).toContain(title);
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it.each(['2400-02-29', '9999-12-31'])('can be made for the day %s', async (due) => {
    const { mail } = await mailAbout('Ooit', due);
    const start = parseCalendar(mail.calendar ?? '').find(({ name }) => name === 'DTSTART');
    expect(start?.value).toBe(due.replaceAll('-', ''));
  });
});
