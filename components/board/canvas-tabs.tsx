import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { canvases, canvasesOn } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import type { BoardDocument } from '#board/document.ts';
import { TAB } from '#components/canvas/drop-on-tab.ts';

interface Props {
  shown: readonly Canvas[];
  value: Canvas;
  onChange: (canvas: Canvas) => void;
}

/** The canvases of a board; one alone needs no tab. */
export function CanvasTabs({ shown, value, onChange }: Props) {
  const t = useTranslations('board');
  const word = useTranslations('words.canvas');
  if (shown.length < 2) return null;
  return (
    <div
      role="tablist"
      aria-label={t('canvases')}
      className="flex gap-0.5 rounded-card bg-sunken p-0.5"
    >
      {shown.map((canvas) => (
        <button
          key={canvas}
          type="button"
          role="tab"
          aria-selected={canvas === value}
          {...{ [TAB]: canvas }}
          onClick={() => onChange(canvas)}
          className="min-h-8 rounded-chip px-3 text-14 font-medium whitespace-nowrap text-soft hover:text-ink aria-selected:bg-surface aria-selected:text-ink aria-selected:shadow-paper max-sm:grow max-sm:px-2 pointer-coarse:min-h-11"
        >
          {word(canvas)}
        </button>
      ))}
    </div>
  );
}

/** Which canvases the document has, in the order of the meeting. */
export function useCanvases({ records }: BoardDocument): readonly Canvas[] {
  // A string, so that equal answers are equal.
  const read = (): string => canvasesOn(records).join(' ');
  const subscribe = (heard: () => void): (() => void) => {
    records.observe(heard);
    return () => records.unobserve(heard);
  };
  const present = useSyncExternalStore(subscribe, read, read).split(' ');
  return canvases.filter((canvas) => present.includes(canvas));
}
