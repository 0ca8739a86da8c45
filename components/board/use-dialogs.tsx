import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { BoardView } from '#board/api/boards.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import type { Canvas } from '#board/canvases.ts';
import type { TaskState } from '#board/facts.ts';
import type { HelpAbout } from '#components/canvas/canvas-world.tsx';
import type { AskedDialog, DialogDeeds } from './shown-dialog.tsx';

/** They come when the first is asked for: a board is opened without any. */
const ShownDialog = dynamic(
  () => import('./shown-dialog.tsx').then((module) => module.ShownDialog),
  { ssr: false },
);

interface Dialogs {
  readonly deeds: DialogDeeds;
  readonly openSnapshot: () => void;
  readonly openInvite: () => void;
  /** Another due day for a promise. */
  readonly openDay: (actionId: string) => void;
  /** Whether what worked still does. */
  readonly openHolding: (actionId: string) => void;
  readonly openChanges: () => void;
  readonly openExport: () => void;
  /** A file, taken in on that canvas. */
  readonly openImport: (canvas: Canvas) => void;
  readonly shown: (
    board: BoardView,
    today: string,
    showSince: (snapshot: SnapshotView) => Promise<void>,
  ) => ReactNode;
}

/** What cards, bar and panel open, one at a time. */
export function useDialogs(
  moveTask: (actionId: string, to: TaskState) => void,
  { mayMeasure, mayAskHelp }: { readonly mayMeasure: boolean; readonly mayAskHelp: boolean },
): Dialogs {
  const [asked, setAsked] = useState<AskedDialog | null>(null);
  const deeds = useMemo<DialogDeeds>(
    () => ({
      openAction: (actionId) => setAsked({ is: 'action', actionId }),
      confirmAction: (actionId) => setAsked({ is: 'confirm', actionId }),
      checkEffect: (actionId) => setAsked({ is: 'effect', actionId }),
      openTopic: (itemId) => setAsked({ is: 'topic', itemId }),
      moveTask: (actionId, to) =>
        to === 'dropped' ? setAsked({ is: 'drop', actionId }) : moveTask(actionId, to),
      ...(mayMeasure && {
        addReading: (measureId: string) => setAsked({ is: 'reading', measureId }),
      }),
      ...(mayAskHelp && {
        askForHelp: (about: HelpAbout | null) => setAsked({ is: 'help', about }),
      }),
      chooseMeasure: () => new Promise((answer) => setAsked({ is: 'measure', answer })),
    }),
    [moveTask, mayMeasure, mayAskHelp],
  );
  const close = useMemo(() => () => setAsked(null), []);
  return {
    deeds,
    openSnapshot: () => setAsked({ is: 'snapshot' }),
    openInvite: () => setAsked({ is: 'invite' }),
    openDay: (actionId) => setAsked({ is: 'day', actionId }),
    openHolding: (actionId) => setAsked({ is: 'holding', actionId }),
    openChanges: () => setAsked({ is: 'changes' }),
    openExport: () => setAsked({ is: 'export' }),
    openImport: (canvas) => setAsked({ is: 'import', canvas }),
    shown: (board, today, showSince) =>
      asked && <ShownDialog {...{ asked, board, today, deeds, showSince }} onClose={close} />,
  };
}
