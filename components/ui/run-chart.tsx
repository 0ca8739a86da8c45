'use client';

import clsx from 'clsx';
import { chartScale } from '#board/chart-scale.ts';
import type { ChartScale } from '#board/chart-scale.ts';
import { DayAxis, ValueAxis } from './run-chart-axes.tsx';
import { LastLabels } from './run-chart-labels.tsx';
import { ChartMark } from './run-chart-mark.tsx';
import type { RunMark } from './run-chart-mark.tsx';
import { inOrder, runFacts } from './run-facts.ts';
import type { RunReading, RunSeries } from './run-facts.ts';
import { useUiWords } from './ui-words.tsx';

interface Props extends RunSeries {
  /** A line with its last value, for a card or a list; without it axes and labels are drawn too. */
  compact?: boolean;
  /** What happened on the way: actions that were done. */
  marks?: readonly RunMark[];
  /** The pointer came upon a mark, or left it. */
  onPointAt?: (mark: RunMark | undefined) => void;
}

const DOTS = 150; // of more readings than that the line alone can be told apart

/**
 * Lines stretch with the box and keep their width; words are text on top of them, so a chart is as
 * legible on a phone as on a wall.
 */
export function RunChart({ compact = false, marks = [], onPointAt, ...series }: Props) {
  const words = useUiWords();
  const facts = runFacts(series);
  if (!facts) return <p className="text-14 text-soft">{words.noReadings}</p>;
  const marked = marks.map((mark) => mark.at);
  const scale = chartScale(series, marked);
  const readings = inOrder(series.readings);
  const signed = marks.some((mark) => mark.sign !== undefined);
  // What lies below the plot: the days, and above them the signs.
  const foot = signed ? 'mb-11' : 'mb-6';
  return (
    <div
      role="img"
      aria-label={words.run(facts)}
      className={clsx(
        'flex gap-2 text-12 tabular-nums',
        compact ? 'h-10 items-stretch' : signed ? 'h-56' : 'h-48',
      )}
    >
      {!compact && <ValueAxis scale={scale} foot={foot} />}
      <div className="flex min-w-0 grow flex-col">
        <div className="relative min-h-0 grow">
          <Lines readings={readings} scale={scale} series={series} compact={compact} />
          {!compact &&
            marks.map((mark) => (
              <ChartMark
                key={`${mark.at} ${mark.label}`}
                mark={mark}
                left={scale.x(mark.at)}
                onPointAt={onPointAt}
              />
            ))}
          <Dots
            readings={compact || readings.length > DOTS ? readings.slice(-1) : readings}
            scale={scale}
            unit={series.unit}
          />
        </div>
        {!compact && (
          <DayAxis days={[...readings.map(({ at }) => at), ...marked]} signed={signed} />
        )}
      </div>
      <LastLabels scale={scale} series={series} last={facts.last} compact={compact} foot={foot} />
    </div>
  );
}

interface LinesProps {
  readings: readonly RunReading[];
  scale: ChartScale;
  series: RunSeries;
  compact: boolean;
}

function Lines({ readings, scale, series, compact }: LinesProps) {
  const path = readings
    .map((reading) => `${scale.x(reading.at)},${scale.y(reading.value)}`)
    .join(' ');
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible [&_*]:[vector-effect:non-scaling-stroke]"
      fill="none"
    >
      {!compact &&
        scale.ticks.map((tick) => (
          <line
            key={tick}
            x1={0}
            x2={100}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
            className="stroke-line"
          />
        ))}
      {!compact && series.baseline !== null && (
        <Level y={scale.y(series.baseline)} className="stroke-faint" dashes="2 3" />
      )}
      {series.target !== null && (
        <Level y={scale.y(series.target)} className="stroke-check" dashes="6 4" />
      )}
      <polyline points={path} strokeWidth={2} strokeLinejoin="round" className="stroke-plan" />
    </svg>
  );
}

function Level({ y, className, dashes }: { y: number; className: string; dashes: string }) {
  return (
    <line
      x1={0}
      x2={100}
      y1={y}
      y2={y}
      strokeWidth={1.5}
      strokeDasharray={dashes}
      className={className}
    />
  );
}

function Dots({
  readings,
  scale,
  unit,
}: {
  readings: readonly RunReading[];
  scale: ChartScale;
  unit: string;
}) {
  const words = useUiWords();
  return readings.map((reading, index) => (
    <span
      key={`${reading.at} ${index}`}
      title={`${words.day(reading.at)}: ${words.number(reading.value)} ${unit}`}
      className={clsx(
        'absolute -translate-1/2 rounded-full ring-surface',
        index === readings.length - 1 ? 'size-2.5 bg-plan ring-2' : 'size-1.5 bg-plan',
      )}
      style={{ left: `${scale.x(reading.at)}%`, top: `${scale.y(reading.value)}%` }}
    />
  ));
}
