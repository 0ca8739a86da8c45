'use client';

import { lazy, Suspense } from 'react';
import './globals.css';

// Both languages come along with it, so it is fetched only when it is needed.
const CrashPage = lazy(() => import('#components/frame/crash-page.tsx'));

/** Even the layout failed: no words, no theme and no header to lean on. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <Suspense>
          <CrashPage onRetry={reset} />
        </Suspense>
      </body>
    </html>
  );
}
