import { Refusal } from '../refusal.ts';

/** What somebody speaks of has to be there. [REV-2] */
export function noSuchCard(): Refusal {
  return new Refusal('invalid', 'There is no such card.', [
    { field: 'card', code: 'unknown', message: 'is no note, action, topic or text that is there' },
  ]);
}
