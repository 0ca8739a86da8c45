import { Users } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { BoardView } from '#board/api/boards.ts';
import type { MeetingView } from '#board/api/meetings.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { MeetingRow } from './meeting-row.tsx';

interface Props {
  board: BoardView;
  meetings: readonly MeetingView[];
}

/** The meetings of a board, newest first. */
export function MeetingOverview({ board, meetings }: Props) {
  const t = useTranslations('meetings');
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead
        title={t('all')}
        line={
          <Link href={`/boards/${board.id}`} className="hover:text-ink hover:underline">
            {t('backTo', { title: board.title })}
          </Link>
        }
      />
      {meetings.length === 0 ? (
        <EmptyState icon={<Users />}>{t('none')}</EmptyState>
      ) : (
        <ol className="divide-y divide-line rounded-card border border-line bg-surface">
          {meetings.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ol>
      )}
    </div>
  );
}
