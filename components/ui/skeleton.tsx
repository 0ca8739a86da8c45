import clsx from 'clsx';

/** Holds the place of what is on its way; comes in only when the wait is long enough to notice. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx('animate-late rounded-card bg-sunken', className)} />;
}
