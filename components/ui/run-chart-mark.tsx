'use client';

import clsx from 'clsx';

export interface RunMark {
  /** `yyyy-mm-dd` */
  readonly at: string;
  readonly label: string;
  /** A letter or two by which a list beside the chart refers to it. */
  readonly sign?: string;
  /** Shows its label, as it does under the pointer. */
  readonly lit?: boolean;
}

interface Props {
  mark: RunMark;
  /** Percent from the left of the chart. */
  left: number;
  onPointAt: ((mark: RunMark | undefined) => void) | undefined;
}

/** Something that happened on the way: a line at its day, with a sign at its foot. */
export function ChartMark({ mark, left, onPointAt }: Props) {
  const { label, sign, lit = false } = mark;
  return (
    <span
      {...(onPointAt ? {} : { title: label })}
      onPointerEnter={() => onPointAt?.(mark)}
      onPointerLeave={() => onPointAt?.(undefined)}
      className={clsx('absolute inset-y-0 w-4 -translate-x-1/2', lit && 'z-1')}
      style={{ left: `${left}%` }}
    >
      <span className={clsx('mx-auto block h-full', lit ? 'w-0.5 bg-do' : 'w-px bg-do/60')} />
      {sign === undefined ? (
        <span className="absolute bottom-0 left-1/2 size-2 -translate-x-1/2 translate-y-1/2 rotate-45 bg-do" />
      ) : (
        <span
          className={clsx(
            'absolute top-full left-1/2 mt-1.5 flex h-4 min-w-4 -translate-x-1/2 items-center justify-center rounded-chip px-1 text-12 leading-none font-medium whitespace-nowrap ring-1 ring-do',
            lit ? 'bg-do-ink text-page' : 'bg-do-pale text-do-ink',
          )}
        >
          {sign}
        </span>
      )}
      {lit && (
        <span
          className={clsx(
            'absolute top-0 w-max max-w-48 rounded-chip bg-ink px-2 py-1 text-page shadow-float',
            // Stays inside the chart, whichever end of it the mark is at.
            left > 50 ? 'right-1/2 mr-1' : 'left-1/2 ml-1',
          )}
        >
          {label}
        </span>
      )}
    </span>
  );
}
