import type { Locale } from '#board/api/people.ts';
import { dueEntry } from '../calendar/task-entries.ts';
import { writeCalendar } from '../calendar/write-calendar.ts';
import type { House, Tx } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { writtenDay } from '../mail/written-day.ts';
import { words } from '../words.ts';
import { oneLine } from './one-line.ts';
import type { TaskRow } from './view-task.ts';

/** Tells the new owner of a task what was agreed, with an entry for their calendar, if they want to hear. [MAIL-5] */
export async function queueTaskMail(
  tx: Tx,
  house: Pick<House, 'authSecret' | 'env'>,
  task: TaskRow,
  /** For an owner who never chose a language: that of whoever confirmed. */
  otherwise: Locale,
): Promise<void> {
  const { owner, title, board, confirmedBy } = task;
  if (!owner.mailAgreed) return;
  const locale = mailLocale(owner, otherwise);
  const say = words(locale);
  const link = `${house.env.publicUrl}/tasks/${task.id}`;
  const due = writtenDay(task.due, locale);
  const values = { name: owner.name, title, due, board: board.title, by: confirmedBy.name, link };
  await queueMail(tx, house, owner, {
    kind: 'agreed',
    subject: say('mail.agreed.subject', { ...values, title: oneLine(title) }),
    text: (stop) =>
      [
        say('mail.agreed.text', values),
        ...(task.givenById === owner.id ? [] : [say('mail.agreed.decline', { link })]),
        say('mail.agreed.foot', { stop }),
      ].join('\n'),
    calendar: writeCalendar([dueEntry(task, link)]),
  });
}
