import type { ReactNode } from 'react';

/** What a card said when it was spoken of. */
export function CardQuote({ children }: { children: ReactNode }) {
  return (
    <blockquote className="line-clamp-3 rounded-chip border-l-4 border-accent/40 bg-sunken px-3 py-2 text-12 text-soft">
      {children}
    </blockquote>
  );
}
