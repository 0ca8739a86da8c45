import { locales } from '#board/api/people.ts';
import type { Locale } from '#board/api/people.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { words } from '../words.ts';
import { oneLine } from './one-line.ts';
import { taskCalendar } from './task-calendar.ts';
import type { TaskRow } from './view-task.ts';

/** Tells the owner of a new task what was agreed, with an entry for their calendar. */
export async function queueTaskMail(
  tx: Tx,
  { env }: Pick<House, 'env'>,
  task: TaskRow,
  /** For an owner who never chose a language: that of whoever confirmed. */
  otherwise: Locale,
): Promise<void> {
  const { owner, title, due, board, confirmedBy } = task;
  const say = words(locales.find((known) => known === owner.locale) ?? otherwise);
  const link = `${env.publicUrl}/tasks/${task.id}`;
  const values = { name: owner.name, title, due, board: board.title, by: confirmedBy.name, link };
  await tx.mail.create({
    data: {
      id: newId(),
      to: owner.email,
      subject: say('mail.agreed.subject', { ...values, title: oneLine(title) }),
      text: say('mail.agreed.text', values),
      calendar: taskCalendar(task, link),
    },
  });
}
