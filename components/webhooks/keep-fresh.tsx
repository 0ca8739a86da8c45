'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** About as often as the server takes waiting messages along. */
const EVERY_MS = 3_000;

/** Reads the page anew while something on it is on its way and the page is looked at. */
export function KeepFresh({ waiting }: { waiting: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting, router]);
  return null;
}
