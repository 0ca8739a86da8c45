import { Presentation } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { BoardView } from '#board/api/boards.ts';
import type { TeamRole } from '#board/api/teams.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { BoardCard } from './board-card.tsx';
import { BoardGrid } from './board-grid.tsx';
import { BoardMenu } from './board-menu.tsx';
import { NewBoard } from './new-board.tsx';

interface Props {
  teamId: string;
  boards: readonly BoardView[];
  role: TeamRole;
}

export function BoardOverview({ teamId, boards, role }: Props) {
  const t = useTranslations('boards');
  if (boards.length === 0) {
    return (
      <EmptyState icon={<Presentation />} action={<NewBoard teamId={teamId} />}>
        {t('none')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="self-end">
        <NewBoard teamId={teamId} />
      </div>
      <BoardGrid>
        {boards.map((board) => (
          <BoardCard key={board.id} board={board} menu={<BoardMenu board={board} role={role} />} />
        ))}
      </BoardGrid>
    </div>
  );
}
