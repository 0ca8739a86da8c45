import { useEffect, useEffectEvent } from 'react';
import type { ErrorCode } from '#board/errors.ts';
import { askWhoIsHere } from './who-is-here.ts';

/** Written by every tab that opens a board, so that others hear of it: `storage` fires in those only. */
const SIGN = 'verbeterbord.here';
/** Milliseconds; for a window beside this one that tells nobody. */
const ASK_EVERY_MS = 15_000;

/**
 * Goes on by itself once whoever was signed out is signed in again, in whatever tab or window: asked
 * when this tab is looked at again, when another opens a board, and now and then. [SYNC-49]
 */
export function useComeBack(
  cause: ErrorCode | undefined,
  personId: string,
  resume: () => void,
): void {
  useEffect(() => tellOthers(personId), [personId]);
  const look = useEffectEvent(async () => {
    const who = await askWhoIsHere();
    // Whoever it is by now, the connection knows what may be sent under that name.
    if (typeof who === 'object') resume();
  });
  const away = cause === 'sign-in';
  useEffect(() => {
    if (!away) return;
    const heard = (): void => void (document.visibilityState === 'visible' && look());
    const beside = ({ key }: StorageEvent): void => void (key === SIGN && look());
    const timer = setInterval(heard, ASK_EVERY_MS);
    window.addEventListener('focus', heard);
    window.addEventListener('storage', beside);
    document.addEventListener('visibilitychange', heard);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', heard);
      window.removeEventListener('storage', beside);
      document.removeEventListener('visibilitychange', heard);
    };
  }, [away]);
}

function tellOthers(personId: string): void {
  try {
    localStorage.setItem(SIGN, `${personId} ${Date.now()}`);
  } catch {
    // Without storage, others hear of it when they are looked at.
  }
}
