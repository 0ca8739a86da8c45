import * as english from 'chrono-node/en';
import * as dutch from 'chrono-node/nl';
import { addDays, day as isoDay } from '#board/calendar.ts';
import type { Day } from '#board/calendar.ts';
import { noon } from './noon.ts';
import { plainWords } from './plain-words.ts';

type Found = ReturnType<typeof english.parse>[number];

/**
 * The day that somebody's words mean when they are said today; undefined when they mean none, or
 * leave a choice. All words count: half a sentence that holds a day is not understood. It may lie
 * in the past, where the words say so ("yesterday", "12 dec 2025").
 */
export function readDay(words: string, today: Day, locale: string): Day | undefined {
  const { text, back } = plainWords(words, locale);
  // Of a year in front the parser would also take the day before the month.
  if (/^\d{4}-/.test(text)) return isoDay.safeParse(text).data;
  const parser = locale.startsWith('nl') ? dutch.casual : english.GB;
  // Noon of the browser's own zone: the parser counts in local time, and no clock changes at noon.
  const found = parser.parse(text, new Date(`${today}T12:00:00`), { forwardDate: !back });
  const [only] = found;
  if (!only || found.length > 1 || only.text.length !== text.length || !isOneDay(only))
    return undefined;
  return nextTime(only, today, back);
}

/** It says which day, and neither an hour nor a second day. */
function isOneDay({ start, end }: Found): boolean {
  if (end || start.isCertain('hour')) return false;
  const relative = start.tags().has('result/relativeDate');
  return relative || start.isCertain('weekday') || start.isCertain('day');
}

/** Where words leave which time it is, the one that comes. */
function nextTime(found: Found, today: Day, back: boolean): Day | undefined {
  const { start, text } = found;
  const day = dayOf(start);
  if (start.tags().has('result/relativeDate'))
    return start.isCertain('day') ? day : inItsMonth(day, today);
  if (!start.isCertain('weekday')) return day;
  if (start.isCertain('day'))
    return noon(day).getUTCDay() === start.get('weekday') ? day : undefined;
  // A weekday said on that day means the next one, as the buttons beside the field have it.
  const isThis = /^(this|deze)\s/.test(text);
  return !back && !isThis && day === today ? addDays(today, 7) : day;
}

/** A month after the 31st of January is the last of February, where the parser runs into March. */
function inItsMonth(day: Day, today: Day): Day {
  const date = Number(day.slice(8));
  return date < Number(today.slice(8)) ? addDays(day, -date) : day;
}

function dayOf(start: Found['start']): Day {
  const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')];
  const two = (part: number | null): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
