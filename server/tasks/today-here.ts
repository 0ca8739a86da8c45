import { dayIn } from '#board/calendar.ts';
import type { Day } from '#board/calendar.ts';
import type { House } from '../house.ts';

/** The day that it is where the server keeps its time. */
export function todayHere({ clock, zone }: Pick<House, 'clock' | 'zone'>): Day {
  return dayIn(zone, clock());
}
