'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { keepCookie, readCookie, ZONE_COOKIE } from '#components/frame/cookies.ts';

/** Tells the server the browser's time zone, so that both write the same times and the same "today". */
export function KeepZone() {
  const router = useRouter();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (readCookie(ZONE_COOKIE) === zone) return;
    keepCookie(ZONE_COOKIE, zone);
    router.refresh();
  }, [router]);
  return null;
}
