import { getTimeZone } from 'next-intl/server';
import { dayIn } from '#board/calendar.ts';
import { theHouse } from '#server/house.ts';

/** Today where the reader is. */
export async function today(): Promise<string> {
  return dayIn(await getTimeZone(), theHouse().clock());
}
