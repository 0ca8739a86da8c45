'use client';

import dynamic from 'next/dynamic';

/** Panels come when they are opened. */
export const ActionsPanel = dynamic(
  () => import('./actions-panel.tsx').then((module) => module.ActionsPanel),
  { ssr: false },
);

export const MeetingPanel = dynamic(
  () => import('#components/meetings/meeting-panel.tsx').then((module) => module.MeetingPanel),
  { ssr: false },
);

export const OutlinePanel = dynamic(
  () => import('./outline-panel.tsx').then((module) => module.OutlinePanel),
  { ssr: false },
);
