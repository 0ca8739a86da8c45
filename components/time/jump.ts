import { addDays } from '#board/calendar.ts';
import type { Day } from '#board/calendar.ts';

/** Days that are one press away. */
export type Jump = 'friday' | 'week' | 'fortnight' | 'month';

const FRIDAY = 5;

/** The day that a word means when it is said today. */
export function jumpFrom(today: Day, jump: Jump): Day {
  switch (jump) {
    case 'friday': {
      const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
      // Said on a Friday it means the next one.
      return addDays(today, (FRIDAY - weekday + 7) % 7 || 7);
    }
    case 'week':
      return addDays(today, 7);
    case 'fortnight':
      return addDays(today, 14);
    case 'month':
      return addDays(today, 28);
  }
}
