'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '#components/ui/skeleton.tsx';

/** The list comes by itself: whoever stays on the canvas needs none of it. */
export const ListLoader = dynamic(
  () => import('#components/list/list-view.tsx').then((module) => module.ListView),
  { ssr: false, loading: () => <Skeleton className="absolute inset-4" /> },
);
