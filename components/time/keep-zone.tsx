'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { preferencesView } from '#board/api/preferences.ts';
import { callApi } from '#components/api/call-api.ts';
import { keepCookie, readCookie, ZONE_COOKIE } from '#components/frame/cookies.ts';

interface Props {
  /** The zone that the account knows; undefined for somebody without an account. */
  account: string | null | undefined;
}

/**
 * Tells the server the browser's time zone, so that both write the same times and the same "today",
 * and the account, so that mails come in the morning there.
 */
export function KeepZone({ account }: Props) {
  const router = useRouter();
  useEffect(() => {
    const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (account === undefined || account === browserZone) return;
    const path = '/me/preferences';
    // Without an answer the next page tells it again.
    void callApi({ method: 'PATCH', path, body: { browserZone }, view: preferencesView });
  }, [account]);
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (readCookie(ZONE_COOKIE) === zone) return;
    keepCookie(ZONE_COOKIE, zone);
    router.refresh();
  }, [router]);
  return null;
}
