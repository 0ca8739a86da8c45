import type { ChangeTaskInput } from '#board/api/tasks.ts';
import type { FieldError } from '#board/errors.ts';
import type { TaskState } from '#board/facts.ts';
import { isEffectChecked, reopens } from '#board/ladder.ts';
import { Refusal } from '../refusal.ts';
import type { TaskRow } from './view-task.ts';

/** Throws when a new expectation is not of the task's own way to be seen, or comes after the check without reopening it. [ACT-21] [ACT-30] */
export function mustBeSameWay(
  task: TaskRow,
  effect: NonNullable<ChangeTaskInput['effect']>,
  to: TaskState = task.state,
): void {
  const errors: FieldError[] = [];
  if (isEffectChecked(task.state) && !reopens(task.state, to)) {
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
