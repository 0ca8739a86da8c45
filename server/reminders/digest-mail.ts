import type { Locale } from '#board/api/people.ts';
import type { Day } from '#board/calendar.ts';
import type { ReminderDue, ReminderKind } from '#board/reminders.ts';
import { nextCheck } from '#board/holding.ts';
import { checkEntry, dueEntry, holdEntry } from '../calendar/task-entries.ts';
import type { CalendarEntry } from '../calendar/task-entries.ts';
import { writeCalendar } from '../calendar/write-calendar.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import type { OptionalMail } from '../mail/queue-mail.ts';
import { writtenDay } from '../mail/written-day.ts';
import { oneLine } from '../tasks/one-line.ts';
import type { TaskRow } from '../tasks/view-task.ts';
import { words } from '../words.ts';
import type { Reminded } from './queue-digest.ts';

/** What asks most comes first. */
const order: readonly ReminderKind[] = [
  ...(['late', 'due', 'check-late', 'check', 'hold-late', 'hold'] as const),
  ...(['before', 'check-before', 'hold-before'] as const),
];

interface Writing {
  readonly say: ReturnType<typeof words>;
  readonly locale: Locale;
  readonly publicUrl: string;
  readonly today: Day;
}

/** The one mail of somebody's day: everything that asks something of them, each with links that do it. [MAIL-2] [MAIL-7] */
export function digestMail(
  { env: { publicUrl } }: Pick<House, 'env'>,
  user: User,
  { today, reminded }: { today: Day; reminded: readonly Reminded[] },
): OptionalMail {
  const locale = mailLocale(user, 'en');
  const writing = { say: words(locale), locale, publicUrl, today };
  const { say } = writing;
  const parts = order.flatMap((kind) => partOf(writing, kind, reminded));
  const values = {
    name: user.name,
    tasks: `${publicUrl}/tasks`,
    settings: `${publicUrl}/settings`,
  };
  return {
    kind: 'reminders',
    subject: subjectOf(writing, reminded),
    text: (stop) =>
      [
        say('mail.digest.hello', values),
        ...parts,
        say('mail.digest.foot', { ...values, stop }),
      ].join('\n\n'),
    calendar: writeCalendar(reminded.map((one) => entryOf(writing, one))),
  };
}

const passed: Partial<Record<ReminderKind, ReminderKind>> = {
  due: 'late',
  check: 'check-late',
  hold: 'hold-late',
};

/** What a server that was down on the day says of it later: the day has passed. */
function saidAs({ kind, day }: ReminderDue, today: Day): ReminderKind {
  return day === today ? kind : (passed[kind] ?? kind);
}

function subjectOf({ say, today }: Writing, reminded: readonly Reminded[]): string {
  const [only, ...more] = reminded;
  if (!only || more.length > 0) return say('mail.digest.subject', { count: reminded.length });
  const title = oneLine(only.task.title);
  return say(`mail.digest.subjectOf.${saidAs(only.reminder, today)}`, { title });
}

/** The tasks of one kind under their heading; nothing when there are none. */
function partOf(writing: Writing, kind: ReminderKind, reminded: readonly Reminded[]): string[] {
  const tasks = reminded.filter(({ reminder }) => saidAs(reminder, writing.today) === kind);
  if (tasks.length === 0) return [];
  const heading = writing.say(`mail.digest.heading.${kind}`);
  return [heading, ...tasks.map(({ task }) => taskLines(writing, kind, task))];
}

function taskLines({ say, locale, publicUrl }: Writing, kind: ReminderKind, task: TaskRow): string {
  const link = `${publicUrl}/tasks/${task.id}`;
  const about = aboutOf(kind);
  const day = writtenDay(dayOf(task, about), locale);
  const values = { title: oneLine(task.title), board: oneLine(task.board.title), day };
  const see = task.measureId === null ? 'mail.digest.look' : 'mail.digest.reading';
  const deeds = {
    task: [
      say('mail.digest.done', { link: `${link}?do=done` }),
      say('mail.digest.newDay', { link: `${link}?do=day` }),
    ],
    check: [say(see, { link: `${link}?do=effect` })],
    hold: [say(see, { link: `${link}?do=hold` })],
  };
  return [say(`mail.digest.${about}`, values), ...deeds[about]].join('\n');
}

/** Which of a task's days a reminder is about. */
function aboutOf(kind: ReminderKind): 'task' | 'check' | 'hold' {
  if (kind.startsWith('hold')) return 'hold';
  return kind.startsWith('check') ? 'check' : 'task';
}

function dayOf(task: TaskRow, about: ReturnType<typeof aboutOf>): Day {
  if (about === 'task') return task.due;
  return about === 'check'
    ? task.checkOn
    : (nextCheck(task.state, task.holding)?.dueOn ?? task.checkOn);
}

function entryOf({ say, publicUrl }: Writing, { task, reminder }: Reminded): CalendarEntry {
  const link = `${publicUrl}/tasks/${task.id}`;
  const about = aboutOf(reminder.kind);
  if (about === 'task') return dueEntry(task, link);
  const { title } = task;
  if (about === 'check') return checkEntry(task, link, say('mail.checkEntry', { title }));
  return holdEntry(task, dayOf(task, about), link, say('mail.holdEntry', { title }));
}
