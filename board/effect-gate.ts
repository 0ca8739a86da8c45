import type { FieldError } from './errors.ts';
import type { Effect, MeasureFact } from './facts.ts';

/** What somebody saw when they looked at the effect. */
export interface Seen {
  readonly reading?: number | undefined;
  readonly observation?: string | undefined;
}

/** What a check of the effect needs before it may be closed: the reading, or what was observed. [ACT-5] */
export function missingEvidence(effect: Effect, seen: Seen): FieldError[] {
  if (effect.measure !== undefined && seen.reading === undefined) {
    return [{ field: 'reading', code: 'missing', message: 'say which value you read' }];
  }
  if (effect.observation !== undefined && seen.observation === undefined) {
    return [{ field: 'observation', code: 'missing', message: 'say what you saw' }];
  }
  return [];
}

/** Whether a reading is at what was expected or beyond it, on the side where the measure is better. [ACT-23] */
export function reached(
  direction: MeasureFact['direction'],
  expected: number,
  reading: number,
): boolean {
  return direction === 'up' ? reading >= expected : reading <= expected;
}
