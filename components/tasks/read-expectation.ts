import type { TaskView } from '#board/api/tasks.ts';
import { number, optionalText } from '#components/forms/form-values.ts';

/** What somebody typed as the expectation, where it differs from the task's; undefined where nothing does. */
export function readExpectation(values: FormData, { effect }: Pick<TaskView, 'effect'>): unknown {
  const typed = {
    expected: number(values, 'effect.expected'),
    observation: optionalText(values, 'effect.observation'),
    checkOn: optionalText(values, 'effect.checkOn'),
  };
  const changed = Object.entries(typed).filter(
    ([name, value]) => value !== undefined && value !== effect[name as keyof typeof typed],
  );
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
