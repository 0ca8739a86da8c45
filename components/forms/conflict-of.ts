import type * as z from 'zod/mini';
import type { Refused } from './problem-words.ts';

/** What stands now, when somebody else was first; undefined for every other refusal. */
export function conflictOf<T extends z.ZodMiniType>(
  problem: Refused | null,
  view: T,
): z.infer<T> | undefined {
  if (problem === null || problem === 'unreachable' || problem.code !== 'conflict')
    return undefined;
  return view.safeParse(problem.current).data;
}
