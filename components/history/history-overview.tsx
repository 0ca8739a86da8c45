import { Camera } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { BoardView } from '#board/api/boards.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Replay } from './replay.tsx';
import { SnapshotList } from './snapshot-list.tsx';
import { TakeSnapshot } from './take-snapshot.tsx';

interface Props {
  board: BoardView;
  snapshots: readonly SnapshotView[];
}

export function HistoryOverview({ board, snapshots }: Props) {
  const t = useTranslations('history');
  const take = <TakeSnapshot boardId={board.id} />;
  return (
    <>
      <PageHead
        title={t('title')}
        line={
          <Link href={`/boards/${board.id}`} className="hover:text-ink hover:underline">
            {t('backTo', { title: board.title })}
          </Link>
        }
        action={snapshots.length > 0 && take}
      />
      {snapshots.length === 0 ? (
        <EmptyState icon={<Camera />} action={take}>
          {t('none')}
        </EmptyState>
      ) : (
        <SnapshotList snapshots={snapshots} />
      )}
      <div className="mt-8 border-t border-line pt-8">
        <Replay boardId={board.id} />
      </div>
    </>
  );
}
