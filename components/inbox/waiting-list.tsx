import { Hourglass } from 'lucide-react';
import Link from 'next/link';
import { useTimeZone, useTranslations } from 'next-intl';
import type { WaitingBoard } from '#board/api/inbox.ts';
import { dayIn } from '#board/calendar.ts';
import { daysBetween } from '#components/time/days-between.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Tone } from '#components/ui/badge.tsx';

interface Props {
  boards: readonly WaitingBoard[];
  today: string;
  /** Where the page itself is the team's. */
  withoutTeam?: boolean;
}

/** Boards that wait for an answer; the longer, the warmer. [REV-6] */
export function WaitingList({ boards, today, withoutTeam = false }: Props) {
  const t = useTranslations('inbox');
  const zone = useTimeZone() ?? 'UTC';
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {boards.map((board) => {
        const days = Math.max(0, daysBetween(dayIn(zone, new Date(board.since)), today));
        return (
          <li
            key={board.boardId}
            className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover"
          >
            <span className="min-w-0">
              <Link
                href={`/snapshots/${board.snapshotId}`}
                className="font-medium after:absolute after:inset-0"
              >
                {board.boardTitle}
              </Link>
              <span className="block text-12 text-soft">
                {!withoutTeam && `${board.teamName} · `}
                {t('snapshots', { count: board.count, number: board.number })}
              </span>
            </span>
            <Badge tone={toneOf(days)} icon={<Hourglass />}>
              {t('waits', { days })}
            </Badge>
          </li>
        );
      })}
    </ul>
  );
}

/** Calm for a week, then warmer. */
function toneOf(days: number): Tone {
  if (days < 7) return 'neutral';
  return days < 21 ? 'do' : 'danger';
}
