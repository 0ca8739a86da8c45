import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { earliestToday } from './days-somewhere.ts';

/** Throws for a day that has passed everywhere: no target can be reached by then. [MEAS-7] */
export function mustLieAhead({ clock }: Pick<House, 'clock'>, by: string): void {
  if (by >= earliestToday(clock())) return;
  throw new Refusal('invalid', 'That day has passed.', [
    { field: 'by', code: 'past', message: 'has passed: a target lies ahead' },
  ]);
}
