import * as z from 'zod/mini';
import type { TaskView } from '#board/api/tasks.ts';

const expectation = z.object({
  expected: z.catch(z.optional(z.number()), undefined),
  expectedWords: z.catch(z.optional(z.string()), undefined),
});

/** What an event of a check says was expected; one from before that was kept is of the task as it is. */
export function expectedIn(
  data: unknown,
  { effect }: Pick<TaskView, 'effect'>,
): { value?: number | undefined; words?: string | undefined } {
  const { expected, expectedWords } = z.catch(expectation, {}).parse(data);
  if (expected !== undefined || expectedWords !== undefined)
    return { value: expected, words: expectedWords };
  return { value: effect.expected, words: effect.observation };
}
