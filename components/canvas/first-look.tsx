import { useTranslations } from 'next-intl';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Canvas } from '#board/canvases.ts';
import { firstLookOf } from '#board/first-look.ts';
import type { LiveBoard } from './live-board.ts';
import { paintFirstLook } from './paint-first-look.ts';
import { zoneWords } from './zone-words.ts';

interface Props {
  live: LiveBoard;
  viewKey: string;
  canvas: Canvas;
}

/**
 * The board where this person left it, to read while the editor is on its way: the same cards in the
 * same places, that nothing can be done with yet.
 */
export function FirstLook({ live, viewKey, canvas }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const word = useTranslations('words.zone');
  const hint = useTranslations('canvas.zoneHint');
  const words = useMemo(() => zoneWords(word, hint), [word, hint]);
  useLayoutEffect(() => {
    if (place.current)
      paintFirstLook(place.current, viewKey, firstLookOf(live.board, canvas), words);
  }, [live, viewKey, canvas, words]);
  return (
    <div
      ref={place}
      aria-hidden
      className="pointer-events-none absolute inset-0 overflow-hidden bg-page"
    />
  );
}
