'use client';

import 'tldraw/tldraw.css';
import './canvas.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Locale } from '#board/api/people.ts';
import type { Canvas } from '#board/canvases.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { CanvasSession } from './canvas-session.ts';
import { CanvasWorldProvider } from './canvas-world.tsx';
import type { CanvasDeeds, MayPromise, Person, World } from './canvas-world.tsx';
import type { LiveBoard } from './live-board.ts';
import { TldrawBoard } from './tldraw-board.tsx';

export interface BoardCanvasProps {
  /** A document that is in sync, started; its owner keeps it so and ends it. */
  readonly live: LiveBoard;
  /** Names the board or the snapshot, for remembering where this person looked. */
  readonly viewKey: string;
  /** Who else is here; left out on a snapshot. */
  readonly awareness?: Awareness;
  readonly person: Person;
  readonly access: 'write' | 'view';
  readonly mayPromise: MayPromise;
  readonly locale: Locale;
  readonly canvas: Canvas;
  /** What cards ask of the screen; left out where nothing can be done. */
  readonly deeds?: CanvasDeeds;
  readonly licenseKey?: string;
  /** Called with a handle when the canvas is there, and with null when it goes. */
  readonly onReady?: (handle: CanvasHandle | null) => void;
}

/** tldraw on one open board. */
export function BoardCanvas(props: BoardCanvasProps) {
  const { live, access, person, mayPromise, deeds } = props;
  const session = useCanvasSession(live, access === 'write');
  const world = useMemo<World>(
    () => ({ live, person, writable: access === 'write', mayPromise, deeds }),
    [live, person, access, mayPromise, deeds],
  );
  if (!session) return null;
  return (
    <CanvasWorldProvider value={world}>
      <div className="board-canvas absolute inset-0">
        <TldrawBoard {...props} session={session} world={world} />
      </div>
    </CanvasWorldProvider>
  );
}

/** The session of the document, started; undefined until then. */
function useCanvasSession(live: LiveBoard, writable: boolean): CanvasSession | undefined {
  const [session, setSession] = useState<CanvasSession>();
  const first = useRef(writable);
  useEffect(() => {
    const made = new CanvasSession(live, first.current);
    made.start();
    setSession(made);
    return () => {
      made.stop();
      setSession(undefined);
    };
  }, [live]);
  useEffect(() => {
    first.current = writable;
    session?.setWritable(writable);
  }, [session, writable]);
  return session;
}
