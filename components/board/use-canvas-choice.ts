import { useCallback, useRef, useState } from 'react';
import type { Canvas } from '#board/canvases.ts';
import type { CanvasHandle, ToShow } from '#components/canvas/canvas-handle.ts';

interface CanvasChoice {
  readonly canvas: Canvas;
  readonly choose: (canvas: Canvas) => void;
  /** The way into the canvas; null while there is none. */
  readonly handle: CanvasHandle | null;
  /** Goes to a card, on whichever canvas it is; as soon as there is a canvas. */
  readonly show: (what: ToShow) => void;
  readonly onReady: (handle: CanvasHandle | null) => void;
}

/** Which canvas is shown, and the way into it. */
export function useCanvasChoice(shown: readonly Canvas[]): CanvasChoice {
  const [chosen, choose] = useState<Canvas>();
  const [handle, setHandle] = useState<CanvasHandle | null>(null);
  const waiting = useRef<ToShow>(undefined);
  const show = useCallback(
    (what: ToShow) => {
      if (handle) handle.show(what);
      else waiting.current = what;
    },
    [handle],
  );
  const onReady = useCallback((ready: CanvasHandle | null) => {
    setHandle(ready);
    if (!ready || !waiting.current) return;
    ready.show(waiting.current);
    waiting.current = undefined;
  }, []);
  const canvas = chosen && shown.includes(chosen) ? chosen : (shown[0] ?? 'pdca');
  return { canvas, choose, handle, show, onReady };
}
