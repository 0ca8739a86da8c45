import { useEffect } from 'react';
import type { BoardConnection } from '#components/sync/board-connection.ts';
import type { Saving } from '#components/sync/connection-state.ts';

/** Has the browser ask before a tab closes that holds changes which are neither saved nor kept. [SYNC-43] */
export function useLeaveGuard(connection: Pick<BoardConnection, 'atRisk'>, saving: Saving): void {
  // A page that listens is not kept for the way back, so it listens only when there is something.
  const needed = saving.is !== 'saved';
  useEffect(() => {
    if (!needed) return;
    const ask = (event: BeforeUnloadEvent): void => {
      if (connection.atRisk) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [connection, needed]);
}
