import { latestDay } from '#board/calendar.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** Throws for a day that has begun nowhere on earth yet: nobody can have read a value for it. [MEAS-12] */
export function mustHaveCome({ clock }: Pick<House, 'clock'>, at: string | undefined): void {
  if (at === undefined || at <= latestDay(clock())) return;
  throw new Refusal('invalid', 'That day is still to come.', [
    { field: 'at', code: 'future', message: 'is still to come everywhere' },
  ]);
}
