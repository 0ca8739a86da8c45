import { nextCheck } from '#board/holding.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { mailLocale } from '../mail/mail-locale.ts';
import { taskParts } from '../tasks/view-task.ts';
import type { TaskRow } from '../tasks/view-task.ts';
import { words } from '../words.ts';
import { checkEntry, dueEntry, holdEntry } from './task-entries.ts';
import type { CalendarEntry } from './task-entries.ts';
import { writeCalendar } from './write-calendar.ts';

// A calendar with more open promises than this helps nobody; the nearest are kept.
const MOST = 1000;

/** What somebody promised and has still to do or to look at, and nothing of anybody else. [MAIL-8] */
export async function personCalendar({ db, env }: House, user: User): Promise<string> {
  const tasks = await db.task.findMany({
    where: { ownerId: user.id, state: { in: ['agreed', 'doing', 'done', 'effect_checked'] } },
    include: taskParts,
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  const say = words(mailLocale(user, 'en'));
  const entriesOf = (task: TaskRow): CalendarEntry[] => {
    const { title, state } = task;
    const link = `${env.publicUrl}/tasks/${task.id}`;
    if (state === 'effect_checked') {
      const day = nextCheck(state, task.holding)?.dueOn;
      return day ? [holdEntry(task, day, link, say('mail.holdEntry', { title }))] : [];
    }
    const check = checkEntry(task, link, say('mail.checkEntry', { title }));
    return state === 'done' ? [check] : [dueEntry(task, link), check];
  };
  return writeCalendar(tasks.flatMap(entriesOf));
}
