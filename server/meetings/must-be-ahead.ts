import type { Day } from '#board/calendar.ts';
import { Refusal } from '../refusal.ts';

/** A team plans its next meeting for a day that is still to come. [MEET-7] */
export function mustBeAhead(nextOn: Day | null | undefined, today: Day): void {
  if (nextOn === null || nextOn === undefined || nextOn > today) return;
  throw new Refusal('invalid', 'The next meeting is on a day that is still to come.', [
    { field: 'nextOn', code: 'not-ahead', message: 'is not still to come' },
  ]);
}
