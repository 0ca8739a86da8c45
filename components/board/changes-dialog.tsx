import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { listOf } from '#board/api/problem.ts';
import { snapshotView } from '#board/api/snapshots.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { callApi } from '#components/api/call-api.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import type { Refused } from '#components/forms/problem-words.ts';
import { SnapshotName } from '#components/history/snapshot-name.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

interface Props {
  boardId: string;
  onChoose: (snapshot: SnapshotView) => void;
  onClose: () => void;
}

/** Since when? One of the board's snapshots, the newest first. */
export function ChangesDialog({ boardId, onChoose, onClose }: Props) {
  const t = useTranslations('board.changes');
  const { snapshots, problem } = useSnapshots(boardId);
  const words = useProblemWords();
  return (
    <Dialog
      size="sm"
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('intro')}
    >
      {problem && <p role="alert">{words(problem)}</p>}
      {!problem && !snapshots && <Skeleton className="h-24" />}
      {snapshots?.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="-mx-2 flex flex-col">
        {snapshots?.map((snapshot) => (
          <li key={snapshot.id}>
            <button
              type="button"
              className="flex min-h-11 w-full flex-wrap items-center justify-between gap-x-3 rounded-card px-2 py-1.5 text-left hover:bg-hover"
              onClick={() => {
                onChoose(snapshot);
                onClose();
              }}
            >
              <span className="min-w-0 wrap-anywhere">
                <SnapshotName snapshot={snapshot} />
              </span>
              <span className="text-12 text-soft">
                <Moment at={snapshot.createdAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function useSnapshots(boardId: string) {
  const [snapshots, setSnapshots] = useState<readonly SnapshotView[]>();
  const [problem, setProblem] = useState<Refused>();
  useEffect(() => {
    let wanted = true;
    const path = `/boards/${boardId}/snapshots`;
    void callApi({ method: 'GET', path, view: listOf(snapshotView) }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setSnapshots(answer.value.items);
      else setProblem(answer.problem);
    });
    return () => {
      wanted = false;
    };
  }, [boardId]);
  return { snapshots, problem };
}
