import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OutlineCanvas } from '#board/outline.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { LiveOutline } from './live-outline.ts';

const nothing = (): readonly OutlineCanvas[] => [];

/** The board as headings and lists, followed. */
export function useOutline({ board }: LiveBoard): readonly OutlineCanvas[] {
  const [outline] = useState(() => new LiveOutline(board));
  useEffect(() => outline.start(), [outline]);
  return useSyncExternalStore(
    (listener) => outline.subscribe(listener),
    () => outline.current,
    nothing,
  );
}
