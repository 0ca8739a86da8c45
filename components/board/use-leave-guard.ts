import { useEffect } from 'react';
import type { Saving } from '#components/sync/connection-state.ts';

/** Has the browser ask before a tab closes that holds changes found nowhere else. */
export function useLeaveGuard(saving: Saving): void {
  const kept = saving.is === 'offline' || saving.is === 'not-saving' ? saving.changes : 0;
  useEffect(() => {
    if (kept === 0) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [kept]);
}
