import { useCallback, useRef, useState } from 'react';
import type { Canvas } from '#board/canvases.ts';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';

interface CanvasChoice {
  readonly canvas: Canvas;
  readonly choose: (canvas: Canvas) => void;
  /** Goes to the card of an action, on whichever canvas it is. */
  readonly showAction: (actionId: string) => void;
  readonly onReady: (handle: CanvasHandle | null) => void;
}

/** Which canvas is shown, and the way into it. */
export function useCanvasChoice(shown: readonly Canvas[]): CanvasChoice {
  const [chosen, choose] = useState<Canvas>();
  const handle = useRef<CanvasHandle>(null);
  const onReady = useCallback((ready: CanvasHandle | null) => {
    handle.current = ready;
  }, []);
  const showAction = useCallback((actionId: string) => {
    const on = handle.current?.showAction(actionId);
    if (on) choose(on);
  }, []);
  const canvas = chosen && shown.includes(chosen) ? chosen : (shown[0] ?? 'pdca');
  return { canvas, choose, showAction, onReady };
}
