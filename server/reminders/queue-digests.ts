import { localTime } from '#board/local-time.ts';
import { AHEAD } from '#board/reminders.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { queueDigest } from './queue-digest.ts';
import { zoneOf } from '../accounts/zone-of.ts';

/** In the morning, before the day has plans. */
const AT_HOUR = 8;
const DAY_MS = 24 * 3600_000;

/**
 * Queues for everybody where it is past eight in the morning the one mail of their day, if anything
 * asks for it. May run as often as one likes, on several nodes at once, and after any failure: each
 * person's day is seen to once. [MAIL-2] [MAIL-3]
 *
 * @throws the first failure, after everybody else had their turn
 */
export async function queueDigests(house: House): Promise<void> {
  const failures: unknown[] = [];
  for (const person of await peopleWithOpenTasks(house)) {
    const { day, hour } = localTime(zoneOf(house, person), house.clock());
    const seenTo = person.remindedOn !== null && person.remindedOn >= day;
    if (hour < AT_HOUR || seenTo) continue;
    await queueDigest(house, person.id, day).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

type Person = Pick<User, 'id' | 'timeZone' | 'browserZone' | 'remindedOn'>;

/** Those whose tasks may ask for something today, wherever they are. */
function peopleWithOpenTasks({ db, clock }: House): Promise<Person[]> {
  // No place on earth is more than a day ahead of UTC.
  const until = new Date(clock().getTime() + (AHEAD + 1) * DAY_MS).toISOString().slice(0, 10);
  return db.user.findMany({
    where: {
      mailReminders: true,
      tasks: {
        some: {
          OR: [
            { state: { in: ['agreed', 'doing'] }, due: { lte: until } },
            { state: 'done', checkOn: { lte: until } },
            { state: 'effect_checked', holding: { some: { result: null, dueOn: { lte: until } } } },
          ],
        },
      },
    },
    select: { id: true, timeZone: true, browserZone: true, remindedOn: true },
  });
}
