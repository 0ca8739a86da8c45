import { earliestDay } from '#board/calendar.ts';
import type { FieldError } from '#board/errors.ts';
import type { House } from './house.ts';
import { Refusal } from './refusal.ts';

/** Throws for days that have passed everywhere on earth: nothing is promised or reached by then. [ACT-31] [MEAS-7] */
export function mustLieAhead(
  { clock }: Pick<House, 'clock'>,
  days: Readonly<Record<string, string | null | undefined>>,
): void {
  const today = earliestDay(clock());
  const passed = Object.entries(days).flatMap(([field, day]): FieldError[] =>
    day && day < today ? [{ field, code: 'past', message: 'has passed everywhere' }] : [],
  );
  if (passed.length > 0) throw new Refusal('invalid', 'That day has passed.', passed);
}
