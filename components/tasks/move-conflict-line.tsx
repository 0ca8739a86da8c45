'use client';

import { useTranslations } from 'next-intl';
import { mayMove } from '#board/ladder.ts';
import { Button } from '#components/ui/button.tsx';
import { StateBadge } from './state-badge.tsx';
import type { MoveConflict } from './use-task-moves.ts';

interface Props {
  conflict: MoveConflict;
  onKeepTheirs: () => void;
  onMoveAnyway: () => void;
}

/** Two people moved one task: both states side by side, and the choice. */
export function MoveConflictLine({ conflict, onKeepTheirs, onMoveAnyway }: Props) {
  const t = useTranslations('tasks.conflict');
  const { mine, theirs } = conflict;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-between gap-3 rounded-card bg-do-pale px-3 py-2 text-do-ink"
    >
      <p className="flex flex-wrap items-center gap-2">
        {t('now')} <StateBadge state={theirs.state} /> {t('mine')} <StateBadge state={mine} />
      </p>
      <div className="flex gap-2">
        <Button size="sm" onClick={onKeepTheirs}>
          {t('keep')}
        </Button>
        {theirs.state !== mine && mayMove(theirs.state, mine) && (
          <Button size="sm" onClick={onMoveAnyway}>
            {t('move')}
          </Button>
        )}
      </div>
    </div>
  );
}
