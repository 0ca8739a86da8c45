import * as z from 'zod/mini';
import { pathId } from '#board/api/problem.ts';
import type { LearnedQuery } from './learned-path.ts';

const asked = z.object({
  q: z.catch(z.string().check(z.trim(), z.maxLength(200)), ''),
  team: z.catch(z.optional(pathId), undefined),
  cursor: z.catch(z.optional(pathId), undefined),
});

/** What an address asks for; a part of it that makes no sense asks for nothing. */
export function readLearnedQuery(search: unknown): LearnedQuery {
  return asked.parse(search);
}
