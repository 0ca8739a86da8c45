import { useEffect, useState } from 'react';
import type { ErrorCode } from '#board/errors.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { askWhoIsHere } from './who-is-here.ts';

/**
 * Why the server turned us away, if it did. A session that ends takes the right to be here away with
 * it, so before a person hears that they may not be here, it is asked whether they are signed in.
 */
export function useCause({ link }: ConnectionState): ErrorCode | undefined {
  const reason = link.is === 'refused' ? link.reason : undefined;
  const [signedOut, setSignedOut] = useState(false);
  const unclear = reason === 'no-right' || reason === 'not-found';
  useEffect(() => {
    if (!unclear) return;
    let isOver = false;
    void askWhoIsHere().then((answer) => {
      if (!isOver) setSignedOut(answer === 'nobody');
    });
    return () => {
      isOver = true;
      setSignedOut(false);
    };
  }, [unclear]);
  return unclear && signedOut ? 'sign-in' : reason;
}
