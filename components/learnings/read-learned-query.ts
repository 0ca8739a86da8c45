import { z } from 'zod';
import { pathId } from '#board/api/problem.ts';
import type { LearnedQuery } from './learned-path.ts';

const asked = z.object({
  q: z.string().trim().max(200).catch(''),
  team: pathId.optional().catch(undefined),
  cursor: pathId.optional().catch(undefined),
});

/** What an address asks for; a part of it that makes no sense asks for nothing. */
export function readLearnedQuery(search: unknown): LearnedQuery {
  return asked.parse(search);
}
