'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { SnapshotCanvas } from '#components/board/snapshot-canvas.tsx';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { ReplaySlider } from './replay-slider.tsx';
import { useHistory } from './use-history.ts';

/** Milliseconds that somebody rests on a point before it is fetched: who drags passes many. */
const REST_MS = 150;

/** The slider and the board at the point that it stands on. */
export function ReplayStage({ boardId }: { boardId: string }) {
  const t = useTranslations('history.replay');
  const words = useProblemWords();
  const { points, hasEarlier, problem, loadEarlier } = useHistory(boardId);
  const [chosen, choose] = useState<number>();
  const seq = chosen ?? points.at(-1)?.seq;
  const rested = useRested(seq);
  if (problem) return <p role="alert">{words(problem)}</p>;
  if (seq === undefined) return <Skeleton className="h-24 w-full" />;
  return (
    <div className="flex flex-col gap-4">
      <ReplaySlider
        points={points}
        seq={seq}
        onChoose={choose}
        onEarlier={hasEarlier ? loadEarlier : undefined}
      />
      <div className="relative h-[min(36rem,70dvh)] overflow-hidden rounded-card border border-line">
        {rested === undefined ? (
          <Skeleton className="h-full w-full" />
        ) : (
          <SnapshotCanvas
            path={`/boards/${boardId}/at/${rested}/state`}
            viewKey={`history:${boardId}`}
          />
        )}
      </div>
      <p className="text-12 text-faint">{t(hasEarlier ? 'more' : 'reach')}</p>
    </div>
  );
}

/** The value once it stayed the same for a moment. */
function useRested(value: number | undefined): number | undefined {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rested === undefined ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested;
}
