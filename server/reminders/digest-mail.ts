import type { Locale } from '#board/api/people.ts';
import type { Day } from '#board/calendar.ts';
import type { ReminderDue, ReminderKind } from '#board/reminders.ts';
import { checkEntry, dueEntry } from '../calendar/task-entries.ts';
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
  ...(['late', 'due', 'check-late'] as const),
  ...(['check', 'before', 'check-before'] as const),
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

/** What a server that was down on the day says of it later: the day has passed. */
function saidAs({ kind, day }: ReminderDue, today: Day): ReminderKind {
  if (day === today) return kind;
  return kind === 'due' ? 'late' : kind === 'check' ? 'check-late' : kind;
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
  const checks = kind.startsWith('check');
  const day = writtenDay(checks ? task.checkOn : task.due, locale);
  const values = { title: oneLine(task.title), board: oneLine(task.board.title), day };
  const deeds = checks
    ? [
        say(task.measureId === null ? 'mail.digest.look' : 'mail.digest.reading', {
          link: `${link}?do=effect`,
        }),
      ]
    : [
        say('mail.digest.done', { link: `${link}?do=done` }),
        say('mail.digest.newDay', { link: `${link}?do=day` }),
      ];
  return [say(checks ? 'mail.digest.check' : 'mail.digest.task', values), ...deeds].join('\n');
}

function entryOf({ say, publicUrl }: Writing, { task, reminder }: Reminded): CalendarEntry {
  const link = `${publicUrl}/tasks/${task.id}`;
  if (!reminder.kind.startsWith('check')) return dueEntry(task, link);
  return checkEntry(task, link, say('mail.checkEntry', { title: task.title }));
}
