'use client';

import clsx from 'clsx';
import type { ChartScale } from '#board/chart-scale.ts';
import { longest } from './longest.ts';
import { useUiWords } from './ui-words.tsx';

export function ValueAxis({ scale, foot }: { scale: ChartScale; foot: string }) {
  const words = useUiWords();
  return (
    <div className={clsx('relative text-right text-faint', foot)}>
      {/* The widest label gives the axis its width. */}
      <span className="invisible">{longest(scale.ticks.map(words.number))}</span>
      {scale.ticks.map((tick) => (
        <span
          key={tick}
          className="absolute right-0 -translate-y-1/2"
          style={{ top: `${scale.y(tick)}%` }}
        >
          {words.number(tick)}
        </span>
      ))}
    </div>
  );
}

/** The first and the last day that the chart reaches. */
export function DayAxis({ days, signed }: { days: readonly string[]; signed: boolean }) {
  const words = useUiWords();
  const inOrder = [...days].sort();
  const first = inOrder[0];
  const last = inOrder.at(-1);
  return (
    <div className={clsx('flex h-4 justify-between gap-4 text-faint', signed ? 'mt-7' : 'mt-2')}>
      {first && <span>{words.day(first)}</span>}
      {last && last !== first && <span>{words.day(last)}</span>}
    </div>
  );
}
