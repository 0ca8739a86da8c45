import { isTimeZone } from '#board/local-time.ts';
import type { User } from '../db/generated/client.ts';

/** The zone that somebody chose, else their browser's; before its first word, the server's own. [MAIL-4] */
export function zoneOf({ timeZone, browserZone }: Pick<User, 'timeZone' | 'browserZone'>): string {
  const told = timeZone ?? browserZone;
  // A name may have been known to another version of the time zone database alone.
  if (told !== null && isTimeZone(told)) return told;
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
