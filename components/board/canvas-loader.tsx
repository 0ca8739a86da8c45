'use client';

import dynamic from 'next/dynamic';
import { useCallback, useEffect, useState } from 'react';
import type { BoardCanvasProps } from '#components/canvas/board-canvas.tsx';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import { FirstLook } from '#components/canvas/first-look.tsx';
import { useTextsReady } from '#components/canvas/rich-text/use-texts-ready.ts';
import { browserSchedule } from '#components/canvas/schedule.ts';

/** tldraw needs a browser, and is large: it comes after the words are there to read. */
const BoardCanvas = dynamic(
  () => import('#components/canvas/board-canvas.tsx').then((module) => module.BoardCanvas),
  { ssr: false, loading: () => null },
);

/** The canvas: first to read, and as soon as that is on screen, to work on. */
export function CanvasLoader({ onReady, ...props }: BoardCanvasProps) {
  const [readable, setReadable] = useState(false);
  const [workable, setWorkable] = useState(false);
  const textsReady = useTextsReady(props.world.live);
  useEffect(() => afterPainting(() => setReadable(true)), []);
  const ready = useCallback(
    (handle: CanvasHandle | null) => {
      if (handle) afterPainting(() => setWorkable(true));
      onReady?.(handle);
    },
    [onReady],
  );
  return (
    <>
      {readable && textsReady && <BoardCanvas {...props} onReady={ready} />}
      {!workable && (
        <FirstLook live={props.world.live} viewKey={props.viewKey} canvas={props.canvas} />
      )}
    </>
  );
}

/** Once what was just rendered is on screen; the answer calls it off. */
function afterPainting(run: () => void): () => void {
  let cancel = browserSchedule.nextFrame(() => {
    cancel = browserSchedule.nextFrame(run);
  });
  return () => cancel();
}
