'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { BoardView } from '#board/api/boards.ts';
import { addDays } from '#board/calendar.ts';
import { Day } from '#components/time/day.tsx';
import { Button } from '#components/ui/button.tsx';
import { useBin } from './use-bin.ts';

const KEPT_DAYS = 30;

export function BinnedBoards({ boards }: { boards: readonly BoardView[] }) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {boards.map((board) => (
        <Row key={board.id} board={board} />
      ))}
    </ul>
  );
}

function Row({ board }: { board: BoardView }) {
  const t = useTranslations('boards');
  const { busy, restore } = useBin(board);
  const gone = addDays((board.binnedAt ?? board.updatedAt).slice(0, 10), KEPT_DAYS);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-40 grow">
        <p className="font-medium">{board.title}</p>
        <p className="text-12 text-soft">{t.rich('goneOn', { day: () => <Day day={gone} /> })}</p>
      </div>
      <Button
        size="sm"
        busy={busy}
        icon={<Undo2 aria-hidden className="size-4" />}
        onClick={() => void restore()}
      >
        {t('restore')}
      </Button>
    </li>
  );
}
