'use client';

import 'tldraw/tldraw.css';
import './canvas.css';
import { useEffect, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Locale } from '#board/api/people.ts';
import type { Canvas } from '#board/canvases.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { CanvasSession } from './canvas-session.ts';
import { CanvasWorldProvider } from './canvas-world.tsx';
import type { World } from './canvas-world.tsx';
import { Held, useHeld } from './held.ts';
import type { LiveBoard } from './live-board.ts';
import { TldrawBoard } from './tldraw-board.tsx';

export interface BoardCanvasProps {
  /** The board, who looks at it and what they may do; its document is in sync and started. */
  readonly world: World;
  /** Names the board or the snapshot, for remembering where this person looked. */
  readonly viewKey: string;
  readonly locale: Locale;
  readonly canvas: Canvas;
  /** Who else is here; left out on a snapshot. */
  readonly awareness?: Awareness;
  readonly licenseKey?: string;
  /** Called with a handle when the canvas is there, and with null when it goes. */
  readonly onReady?: (handle: CanvasHandle | null) => void;
  /** Called when another canvas is shown, whatever led there. */
  readonly onCanvas?: (canvas: Canvas) => void;
}

/** tldraw on one open board. */
export function BoardCanvas(props: BoardCanvasProps) {
  const { world } = props;
  const session = useCanvasSession(world.live, world.writable);
  if (!session) return null;
  return (
    <CanvasWorldProvider value={world}>
      <div className="board-canvas @container absolute inset-0">
        <TldrawBoard {...props} session={session} />
      </div>
    </CanvasWorldProvider>
  );
}

/** The session of the document, started; undefined until then. */
function useCanvasSession(live: LiveBoard, writable: boolean): CanvasSession | undefined {
  const [place] = useState(() => new Held<CanvasSession>());
  const session = useHeld(place);
  const latest = useRef(writable);
  useEffect(() => {
    const made = new CanvasSession(live, latest.current);
    made.start();
    place.hold(made);
    return () => {
      place.hold(undefined);
      made.stop();
    };
  }, [place, live]);
  useEffect(() => {
    latest.current = writable;
    session?.setWritable(writable);
  }, [session, writable]);
  return session;
}
