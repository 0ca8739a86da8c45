import { createContext, use } from 'react';
import type { DiffDays } from '#board/diff.ts';
import type { Projection } from '#board/projection.ts';

/** The earlier point that a person looks back to. */
export interface ShownChanges {
  readonly earlier: Projection;
  readonly days: DiffDays;
  /** What that point is called. */
  readonly name: string;
  readonly onClose: () => void;
}

const Shown = createContext<ShownChanges | null>(null);

export const ShownChangesProvider = Shown.Provider;

/** Null while the board is shown as it is. */
export function useShownChanges(): ShownChanges | null {
  return use(Shown);
}
