import { isParked } from '#board/meetings.ts';
import type { ListedAction } from '#components/board/listed-actions.ts';

export interface Decisions {
  /** What the close waits for. */
  readonly open: readonly ListedAction[];
  readonly parked: readonly ListedAction[];
}

/** The proposals of the board by whether they are dealt with, as the server sees them. [MEET-4] */
export function undecidedActions(actions: readonly ListedAction[], today: string): Decisions {
  const below = actions.filter(
    ({ rung, hasCard }) => hasCard && (rung === 'intention' || rung === 'proposal'),
  );
  return {
    open: below.filter(({ parked }) => !isParked(parked, today)),
    parked: below.filter(({ parked }) => isParked(parked, today)),
  };
}
