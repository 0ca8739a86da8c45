'use client';

import clsx from 'clsx';
import type { ChartScale } from '#board/chart-scale.ts';
import { longest } from './longest.ts';
import type { RunReading, RunSeries } from './run-facts.ts';
import { useUiWords } from './ui-words.tsx';

interface LabelsProps {
  scale: ChartScale;
  series: RunSeries;
  last: RunReading;
  compact: boolean;
  /** The room that is kept below. */
  foot: string;
}

/** The last value, the target and the start, each level with its line. */
export function LastLabels({ scale, series, last, compact, foot }: LabelsProps) {
  const words = useUiWords();
  const value = `${words.number(last.value)}${series.unit && ` ${series.unit}`}`;
  if (compact) {
    return <span className="shrink-0 self-center text-14 font-semibold text-ink">{value}</span>;
  }
  const lines = [
    { text: value, at: scale.y(last.value), className: 'font-semibold text-plan-ink' },
    ...(series.target === null
      ? []
      : [
          {
            text: `${words.target} ${words.number(series.target)}`,
            at: scale.y(series.target),
            className: 'text-check-ink',
          },
        ]),
    ...(series.baseline === null
      ? []
      : [{ text: words.baseline, at: scale.y(series.baseline), className: 'text-faint' }]),
  ];
  return (
    <div className={clsx('relative shrink-0', foot)}>
      <span className="invisible pl-1 font-semibold">
        {longest(lines.map((line) => line.text))}
      </span>
      {spread(lines).map((line) => (
        <span
          key={line.text}
          className={clsx('absolute left-1 -translate-y-1/2 whitespace-nowrap', line.className)}
          style={{ top: `${line.at}%` }}
        >
          {line.text}
        </span>
      ))}
    </div>
  );
}

const LABEL = 11; // percent of the chart's height that one line of text takes

/** Moves labels apart that would lie over one another. */
function spread<T extends { readonly at: number }>(lines: readonly T[]): T[] {
  const placed: T[] = [];
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    const above = placed.at(-1);
    placed.push({ ...line, at: above ? Math.max(line.at, above.at + LABEL) : line.at });
  }
  return placed;
}
