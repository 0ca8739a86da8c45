import { createEvents } from 'ics';
import type { CalendarEntry } from './task-entries.ts';

/** An iCalendar file (RFC 5545) with these entries; the same entries give the same bytes. */
export function writeCalendar(entries: CalendarEntry[]): string {
  const { value, error } = createEvents(entries, {
    productId: 'verbeterbord',
    calName: 'Verbeterbord',
  });
  if (!value) throw new Error('the calendar could not be written', { cause: error });
  return value;
}
