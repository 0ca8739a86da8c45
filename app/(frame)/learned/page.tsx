import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LearnedOverview } from '#components/learnings/learned-overview.tsx';
import { learnedPath } from '#components/learnings/learned-path.ts';
import { readLearnedQuery } from '#components/learnings/read-learned-query.ts';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listLearnings } from '#server/learnings/list-learnings.ts';
import { listTeams } from '#server/teams/list-teams.ts';
import { pageAnswer } from '../../page-answer.ts';

const SHOWN = 20; // entries on a page

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learned'))('title') };
}

export default async function LearnedPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = readLearnedQuery(await searchParams);
  const actor = await whoAsks();
  const here = learnedPath(query);
  const found = await pageAnswer(
    listLearnings(theHouse(), actor, { ...query, limit: SHOWN }),
    here,
  );
  const teams = await pageAnswer(listTeams(theHouse(), actor), here);
  return (
    <LearnedOverview
      learnings={found.items}
      nextCursor={found.nextCursor}
      teams={teams}
      query={query}
    />
  );
}
