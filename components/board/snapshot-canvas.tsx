'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import type { World } from '#components/canvas/canvas-world.tsx';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { CanvasLoader } from './canvas-loader.tsx';
import { CanvasTabs, useCanvases } from './canvas-tabs.tsx';
import { loadSnapshot } from './load-snapshot.ts';
import type { Loaded } from './load-snapshot.ts';
import { useCanvasChoice } from './use-canvas-choice.ts';

interface Props {
  readonly snapshotId: string;
  readonly boardId: string;
}

/** A board as it was: to look around in, not to change. Fills the box it is put in, which frames it. */
export function SnapshotCanvas({ snapshotId }: Props) {
  const words = useProblemWords();
  const loaded = useSnapshot(snapshotId);
  if (!loaded) return <Skeleton className="h-full min-h-96 w-full" />;
  if (!loaded.ok) return <p role="alert">{words(loaded.problem)}</p>;
  return <Shown snapshotId={snapshotId} live={loaded.live} />;
}

function useSnapshot(snapshotId: string): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let wanted = true;
    let made: Loaded | undefined;
    void loadSnapshot(snapshotId).then((answer) => {
      made = answer;
      if (wanted) setLoaded(answer);
      else end(answer);
    });
    return () => {
      wanted = false;
      setLoaded(undefined);
      if (made) end(made);
    };
  }, [snapshotId]);
  return loaded;
}

function end(loaded: Loaded): void {
  if (loaded.ok) loaded.live.board.doc.destroy();
}

const nobody = { id: 'nobody', name: '', color: '#000000' };

function Shown({ snapshotId, live }: { snapshotId: string; live: LiveBoard }) {
  const t = useTranslations('board');
  const locale = useLocale();
  const canvases = useCanvases(live.board);
  const { canvas, choose, onReady } = useCanvasChoice(canvases);
  const world = useMemo<World>(
    () => ({ live, person: nobody, writable: false, mayPromise: 'viewer', deeds: undefined }),
    [live],
  );
  return (
    <section aria-label={t('snapshot.canvas')} className="flex h-full min-h-96 flex-col">
      {canvases.length > 1 && (
        <div className="flex border-b border-line bg-surface p-1">
          <CanvasTabs shown={canvases} value={canvas} onChange={choose} />
        </div>
      )}
      <div className="relative grow overflow-hidden">
        <CanvasLoader
          world={world}
          viewKey={`snapshot:${snapshotId}`}
          locale={locale}
          canvas={canvas}
          onReady={onReady}
        />
      </div>
    </section>
  );
}
