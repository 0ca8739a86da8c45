import type { ReactNode } from 'react';

export function BoardGrid({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4">
      {children}
    </div>
  );
}
