'use client';

import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { World } from '#components/canvas/canvas-world.tsx';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { CanvasLoader } from './canvas-loader.tsx';
import { CanvasTabs, useCanvases } from './canvas-tabs.tsx';
import { useCanvasChoice } from './use-canvas-choice.ts';
import { useEarlier } from './use-earlier.ts';

interface Props {
  /** Where the document is, below `/api/v1`; when it changes, the canvas stays and shows the other. */
  readonly path: string;
  /** Under which this device keeps where somebody looked. */
  readonly viewKey: string;
}

/** A board as it was: to look around in, not to change. Fills the box it is put in, which frames it. */
export function SnapshotCanvas({ path, viewKey }: Props) {
  const words = useProblemWords();
  const { live, shown, problem } = useEarlier(path);
  if (problem) {
    return (
      <p role="alert" className="p-4">
        {words(problem)}
      </p>
    );
  }
  if (!live) return <Skeleton className="h-full min-h-96 w-full" />;
  return <Shown viewKey={viewKey} live={live} coming={shown !== path} />;
}

const nobody = { id: 'nobody', name: '', color: '#000000' };

function Shown({ viewKey, live, coming }: { viewKey: string; live: LiveBoard; coming: boolean }) {
  const t = useTranslations('board');
  const locale = useLocale();
  const canvases = useCanvases(live.board);
  const { canvas, choose, onReady } = useCanvasChoice(canvases);
  const world = useMemo<World>(
    () => ({ live, person: nobody, writable: false, mayPromise: 'viewer', deeds: undefined }),
    [live],
  );
  return (
    <section
      aria-label={t('snapshot.canvas')}
      aria-busy={coming}
      className={clsx('flex h-full min-h-96 flex-col', coming && 'opacity-75')}
    >
      {canvases.length > 1 && (
        <div className="flex border-b border-line bg-surface p-1">
          <CanvasTabs shown={canvases} value={canvas} onChange={choose} />
        </div>
      )}
      <div className="relative grow overflow-hidden">
        <CanvasLoader
          world={world}
          viewKey={viewKey}
          locale={locale}
          canvas={canvas}
          onReady={onReady}
        />
      </div>
    </section>
  );
}
