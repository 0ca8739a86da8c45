import { dayIn } from '#board/calendar.ts';
import type { Day } from '#board/calendar.ts';
import { isTimeZone } from '#board/local-time.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';

type Zoned = Pick<User, 'timeZone' | 'browserZone'>;

/** The zone that somebody chose, else their browser's; before its first word, the server's own. [MAIL-4] */
export function zoneOf({ zone }: Pick<House, 'zone'>, { timeZone, browserZone }: Zoned): string {
  const told = timeZone ?? browserZone;
  // A name may have been known to another version of the time zone database alone.
  return told !== null && isTimeZone(told) ? told : zone;
}

/** The day that it is where they are. */
export function todayOf(house: Pick<House, 'clock' | 'zone'>, user: Zoned): Day {
  return dayIn(zoneOf(house, user), house.clock());
}
