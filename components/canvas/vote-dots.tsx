import clsx from 'clsx';
import { ThumbsUp } from 'lucide-react';
import type { Votes } from '#board/votes.ts';

/** How many votes a card has; full when one of them is mine. */
export function VoteDots({ total, mine }: Votes) {
  return (
    <span className="flex items-center gap-1 text-12 tabular-nums">
      <ThumbsUp
        aria-hidden
        className={clsx('size-4', mine > 0 && 'fill-current')}
        strokeWidth={mine > 0 ? 1.5 : 2}
      />
      {total > 0 && total}
    </span>
  );
}
