import type { EventAttributes } from 'ics';
import type { DateArray } from 'ics';
import { oneLine } from '../tasks/one-line.ts';
import type { TaskRow } from '../tasks/view-task.ts';

/** What a calendar needs to know of a task. */
export type CalendarTask = Pick<
  TaskRow,
  'id' | 'title' | 'due' | 'checkOn' | 'board' | 'revision' | 'updatedAt'
>;

/** The library takes the moment of an entry as well (RFC 5545, 3.8.7.2), though its types do not say so. */
export type CalendarEntry = EventAttributes & { readonly timestamp: number };

/** The due day as an all-day entry; the same entry whenever and wherever it is written. [MAIL-8] */
export function dueEntry(task: CalendarTask, link: string): CalendarEntry {
  return { ...dayEntry(task, task.due, link), uid: `${task.id}@verbeterbord` };
}

/** The day to look at the effect. `title` says so, with the task in it. */
export function checkEntry(task: CalendarTask, link: string, title: string): CalendarEntry {
  const uid = `${task.id}-check@verbeterbord`;
  return { ...dayEntry(task, task.checkOn, link), uid, title: oneLine(title) };
}

/** The day to see whether what worked still does. `title` says so, with the task in it. */
export function holdEntry(
  task: CalendarTask,
  day: string,
  link: string,
  title: string,
): CalendarEntry {
  const uid = `${task.id}-hold-${day}@verbeterbord`;
  return { ...dayEntry(task, day, link), uid, title: oneLine(title) };
}

function dayEntry(task: CalendarTask, day: string, link: string): CalendarEntry {
  const date = day.split('-').map(Number) as DateArray;
  return {
    productId: 'verbeterbord',
    sequence: task.revision,
    timestamp: task.updatedAt.getTime(),
    // Ending on the day it starts stands for that whole day.
    start: date,
    end: date,
    title: oneLine(task.title),
    description: `${oneLine(task.board.title)}\n${link}`,
    transp: 'TRANSPARENT',
  };
}
