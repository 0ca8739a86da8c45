import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { BoardView } from '#board/api/boards.ts';
import type { TeamView } from '#board/api/teams.ts';
import { BoardCard } from '#components/boards/board-card.tsx';
import { BoardGrid } from '#components/boards/board-grid.tsx';
import { NewBoard } from '#components/boards/new-board.tsx';
import { Section } from '#components/frame/section.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

const SHOWN = 6; // two or three rows; the team's own page has them all

export function TeamBoards({ team, boards }: { team: TeamView; boards: readonly BoardView[] }) {
  const t = useTranslations('home');
  return (
    <Section
      title={
        <Link href={`/teams/${team.id}`} className="hover:underline">
          {team.name}
        </Link>
      }
      action={
        <Link
          href={`/teams/${team.id}`}
          className="inline-flex min-h-8 items-center gap-1 text-soft hover:text-ink"
        >
          {boards.length > SHOWN ? t('allBoards', { count: boards.length }) : t('toTeam')}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      }
    >
      {team.role === null && <p className="text-soft">{t('notInTeam')}</p>}
      {team.role !== null && boards.length === 0 && (
        <EmptyState action={<NewBoard teamId={team.id} />}>{t('noBoards')}</EmptyState>
      )}
      {boards.length > 0 && (
        <BoardGrid>
          {boards.slice(0, SHOWN).map((board) => (
            <BoardCard key={board.id} board={board} />
          ))}
        </BoardGrid>
      )}
    </Section>
  );
}
