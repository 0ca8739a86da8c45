import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { BoardView } from '#board/api/boards.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { BinnedBoards } from './binned-boards.tsx';

export function BinOverview({ boards }: { boards: readonly BoardView[] }) {
  const t = useTranslations('boards');
  if (boards.length === 0) return <EmptyState icon={<Trash2 />}>{t('binEmpty')}</EmptyState>;
  return <BinnedBoards boards={boards} />;
}
