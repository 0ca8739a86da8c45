import { Lightbulb } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { LearningView } from '#board/api/learnings.ts';
import type { TeamView } from '#board/api/teams.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LearningEntry } from './learning-entry.tsx';
import { LearningSearch } from './learning-search.tsx';
import { learnedPath } from './learned-path.ts';
import type { LearnedQuery } from './learned-path.ts';

interface Props {
  learnings: readonly LearningView[];
  nextCursor: string | null;
  teams: readonly TeamView[];
  query: LearnedQuery;
}

/** What the teams learned: expected, happened, learned, who else should know. */
export function LearnedOverview({ learnings, nextCursor, teams, query }: Props) {
  const t = useTranslations('learned');
  const mine = teams.filter((team) => team.role !== null);
  const asked = query.q !== '' || query.team !== undefined;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={t('title')} line={t('line')} />
      <div className="flex flex-col gap-6">
        {(asked || query.cursor !== undefined || learnings.length > 0) && (
          <LearningSearch key={learnedPath(query)} teams={mine} query={query} />
        )}
        {learnings.length === 0 ? (
          <EmptyState icon={<Lightbulb />}>{t(asked ? 'nothingFound' : 'none')}</EmptyState>
        ) : (
          <ol className="flex flex-col gap-4">
            {learnings.map((learning) => (
              <LearningEntry key={learning.id} learning={learning} teamNamed={mine.length > 1} />
            ))}
          </ol>
        )}
        {nextCursor && (
          <Button asChild className="self-center">
            <Link href={learnedPath({ ...query, cursor: nextCursor })}>{t('older')}</Link>
          </Button>
        )}
      </div>
    </div>
  );
}
