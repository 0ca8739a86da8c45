'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '#components/ui/skeleton.tsx';

/** tldraw needs a browser, and is large: it comes after the page. */
export const CanvasLoader = dynamic(
  () => import('#components/canvas/board-canvas.tsx').then((module) => module.BoardCanvas),
  { ssr: false, loading: () => <Skeleton className="absolute inset-4" /> },
);
