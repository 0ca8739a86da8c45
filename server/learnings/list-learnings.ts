import type { LearningsQuery, LearningView } from '#board/api/learnings.ts';
import { foldedWords } from '#board/fold-text.ts';
import { mustOnTeam } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { learningParts, viewLearning } from './view-learning.ts';

/** More words than this narrow nothing down any further. */
const MAX_WORDS = 12;

/** What the asker's teams learned, newest first; a link to a board opens nothing of it. [ACT-29] */
export async function listLearnings(
  house: House,
  actor: Actor,
  { q = '', team, cursor, limit }: LearningsQuery,
): Promise<{ items: LearningView[]; nextCursor: string | null }> {
  const user = mustBeUser(actor);
  if (team !== undefined) await mustOnTeam(house, actor, team, 'team.see-tasks');
  const rows = await house.db.learning.findMany({
    where: {
      team: { memberships: { some: { userId: user.id } } },
      ...(team === undefined ? {} : { teamId: team }),
      AND: wordsIn(q),
    },
    include: learningParts,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
  });
  const items = rows.slice(0, limit).map(viewLearning);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Folded words are letters and digits alone, so that none of them is a pattern. */
function wordsIn(q: string): Prisma.LearningWhereInput[] {
  const words = foldedWords(q).slice(0, MAX_WORDS);
  return words.map((word) => ({ searchText: { contains: word } }));
}
