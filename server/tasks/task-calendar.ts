import { createEvent } from 'ics';
import type { DateArray } from 'ics';
import { oneLine } from './one-line.ts';
import type { TaskRow } from './view-task.ts';

/** An iCalendar file (RFC 5545) with the task as an all-day entry on its due date. */
export function taskCalendar({ id, title, due, board, revision }: TaskRow, link: string): string {
  const day = due.split('-').map(Number) as DateArray;
  const { value, error } = createEvent({
    uid: `${id}@verbeterbord`,
    productId: 'verbeterbord',
    sequence: revision,
    // Ending on the day it starts stands for that whole day.
    start: day,
    end: day,
    title: oneLine(title),
    description: `${oneLine(board.title)}\n${link}`,
    transp: 'TRANSPARENT',
  });
  if (!value) throw new Error('the calendar entry could not be made', { cause: error });
  return value;
}
