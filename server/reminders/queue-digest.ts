import { dayIn } from '#board/calendar.ts';
import { reminderOf } from '#board/reminders.ts';
import type { ReminderDue } from '#board/reminders.ts';
import { nextCheck } from '#board/holding.ts';
import { zoneOf } from '../accounts/zone-of.ts';
import type { User } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { taskParts } from '../tasks/view-task.ts';
import type { TaskRow } from '../tasks/view-task.ts';
import { digestMail } from './digest-mail.ts';

/** A task and what its owner is to hear about it. */
export interface Reminded {
  readonly task: TaskRow;
  readonly reminder: ReminderDue;
}

/**
 * Sees to one person's day: takes the day, queues the mail and notes of what it reminds, or none of
 * it. Whoever comes second for the same day finds it taken. [MAIL-3]
 */
export async function queueDigest(house: House, userId: string, day: string): Promise<void> {
  await house.db.$transaction(async (tx) => {
    // The row stays locked until the end: another node waits here, and then changes nothing.
    const { count } = await tx.user.updateMany({
      where: {
        id: userId,
        mailReminders: true,
        OR: [{ remindedOn: null }, { remindedOn: { lt: day } }],
      },
      data: { remindedOn: day },
    });
    if (count === 0) return;
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    const reminded = await notYetReminded(tx, await remindersOf(tx, house, user, day));
    if (reminded.length === 0) return;
    const mailId = await queueMail(
      tx,
      house,
      user,
      digestMail(house, user, { today: day, reminded }),
    );
    const at = house.clock();
    await tx.reminder.createMany({
      data: reminded.map(({ task, reminder }) => ({
        ...{ userId, taskId: task.id, mailId, at },
        ...{ kind: reminder.kind, day: reminder.day },
      })),
    });
  });
}

/** What is due for them, by the day that it was meant for, the oldest first. */
async function remindersOf(tx: Tx, house: House, user: User, today: string): Promise<Reminded[]> {
  const tasks = await tx.task.findMany({
    where: { ownerId: user.id, state: { in: ['agreed', 'doing', 'done', 'effect_checked'] } },
    include: taskParts,
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
  });
  return tasks.flatMap((task) => {
    const reminder = reminderOf(
      { ...task, holdOn: nextCheck(task.state, task.holding)?.dueOn ?? null },
      today,
    );
    if (!reminder || reminder.day <= agreedOn(house, task, user)) return [];
    return [{ task, reminder }];
  });
}

/** The day on which they heard of it anyhow: no reminder is meant for that day or one before. [MAIL-1] */
function agreedOn(house: House, { confirmedAt }: TaskRow, user: User): string {
  return dayIn(zoneOf(house, user), confirmedAt);
}

async function notYetReminded(tx: Tx, due: readonly Reminded[]): Promise<Reminded[]> {
  const before = await tx.reminder.findMany({
    where: {
      userId: { in: due.map(({ task }) => task.ownerId) },
      taskId: { in: due.map(({ task }) => task.id) },
    },
  });
  const known = new Set(before.map(({ taskId, kind, day }) => `${taskId} ${kind} ${day}`));
  return due.filter(({ task, reminder: { kind, day } }) => !known.has(`${task.id} ${kind} ${day}`));
}
