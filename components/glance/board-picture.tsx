import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TeamGlanceView } from '#board/api/glance.ts';
import { Moment } from '#components/time/moment.tsx';

interface Props {
  newest: NonNullable<TeamGlanceView['newestSnapshot']>;
}

/** How a board of the team looked last; opens the board. */
export function BoardPicture({ newest: { snapshotId, boardId, boardTitle, takenAt } }: Props) {
  const t = useTranslations('glance');
  return (
    <Link href={`/boards/${boardId}`} className="group flex min-w-0 flex-col gap-2 rounded-card">
      <span className="font-medium wrap-anywhere group-hover:underline">{boardTitle}</span>
      <span className="block h-44 overflow-hidden rounded-card border border-line bg-sunken">
        <img
          src={`/api/v1/snapshots/${snapshotId}/picture`}
          alt=""
          decoding="async"
          className="size-full object-contain p-2"
        />
      </span>
      <span className="text-12 text-soft">
        {t.rich('asOf', { moment: () => <Moment at={takenAt} /> })}
      </span>
    </Link>
  );
}
