import clsx from 'clsx';
import { Children } from 'react';
import type { ReactNode } from 'react';

interface Props {
  className?: string | undefined;
  children: ReactNode;
}

/** Small canvases side by side, running off the edge; one alone stands in the middle. */
export function SheetRow({ className, children }: Props) {
  return (
    <div
      className={clsx(
        'flex gap-2 overflow-hidden bg-page p-3',
        Children.count(children) === 1 && 'justify-center',
        className,
      )}
    >
      {children}
    </div>
  );
}

export function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full shrink-0 rounded-chip bg-surface p-1 shadow-paper ring-1 ring-line">
      {children}
    </div>
  );
}
