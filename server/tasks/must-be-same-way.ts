import type { ChangeTaskInput } from '#board/api/tasks.ts';
import type { FieldError } from '#board/errors.ts';
import { isEffectChecked } from '#board/ladder.ts';
import { Refusal } from '../refusal.ts';
import type { TaskRow } from './view-task.ts';

/** Throws when a new expectation is not of the task's own way to be seen, or comes after the check. [ACT-21] */
export function mustBeSameWay(task: TaskRow, effect: NonNullable<ChangeTaskInput['effect']>): void {
  const errors: FieldError[] = [];
  if (isEffectChecked(task.state)) {
    errors.push({ field: 'effect', code: 'checked', message: 'was checked already' });
  }
  if (effect.expected !== undefined && task.measureId === null) {
    errors.push(otherWay('effect.expected', 'is seen by an observation'));
  }
  if (effect.observation !== undefined && task.measureId !== null) {
    errors.push(otherWay('effect.observation', 'is seen by a measure'));
  }
  if (errors.length > 0)
    throw new Refusal('invalid', 'This cannot be expected of the task.', errors);
}

function otherWay(field: string, message: string): FieldError {
  return { field, code: 'other-way', message };
}
