import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { BoardView } from '#board/api/boards.ts';
import type { TaskState } from '#board/facts.ts';
import { ShareBoard } from '#components/boards/share-board.tsx';
import type { CanvasDeeds } from '#components/canvas/canvas-world.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { EffectDialog } from './effect-dialog.tsx';
import { MeasureDialog } from './measure-dialog.tsx';
import { ReadingDialog } from './reading-dialog.tsx';
import { SnapshotDialog } from './snapshot-dialog.tsx';
import { TopicDialog } from './topic-dialog.tsx';

/** The one dialog that is open, with what it is about. */
type Asked =
  | { readonly is: 'action' | 'confirm' | 'effect'; readonly actionId: string }
  | { readonly is: 'topic'; readonly itemId: string }
  | { readonly is: 'reading'; readonly measureId: string }
  | { readonly is: 'measure'; readonly answer: (measureId: string | undefined) => void }
  | { readonly is: 'snapshot' | 'invite' };

interface Dialogs {
  readonly deeds: CanvasDeeds;
  readonly openSnapshot: () => void;
  readonly openInvite: () => void;
  readonly shown: (board: BoardView, today: string) => ReactNode;
}

/** What cards, bar and panel open, one at a time. */
export function useDialogs(
  moveTask: (actionId: string, to: TaskState) => void,
  mayMeasure: boolean,
): Dialogs {
  const [asked, setAsked] = useState<Asked | null>(null);
  const deeds = useMemo<CanvasDeeds>(
    () => ({
      openAction: (actionId) => setAsked({ is: 'action', actionId }),
      confirmAction: (actionId) => setAsked({ is: 'confirm', actionId }),
      checkEffect: (actionId) => setAsked({ is: 'effect', actionId }),
      openTopic: (itemId) => setAsked({ is: 'topic', itemId }),
      moveTask,
      ...(mayMeasure && {
        addReading: (measureId: string) => setAsked({ is: 'reading', measureId }),
      }),
      chooseMeasure: () => new Promise((answer) => setAsked({ is: 'measure', answer })),
    }),
    [moveTask, mayMeasure],
  );
  const close = useMemo(() => () => setAsked(null), []);
  return {
    deeds,
    openSnapshot: () => setAsked({ is: 'snapshot' }),
    openInvite: () => setAsked({ is: 'invite' }),
    shown: (board, today) =>
      asked && <Shown asked={asked} board={board} today={today} deeds={deeds} onClose={close} />,
  };
}

interface ShownProps {
  asked: Asked;
  board: BoardView;
  today: string;
  deeds: CanvasDeeds;
  onClose: () => void;
}

function Shown({ asked, board, today, deeds, onClose }: ShownProps) {
  switch (asked.is) {
    case 'action':
      return (
        <ActionDialog
          actionId={asked.actionId}
          onMove={deeds.moveTask}
          onCheckEffect={deeds.checkEffect}
          onClose={onClose}
        />
      );
    case 'confirm':
      return <ConfirmDialog actionId={asked.actionId} onClose={onClose} />;
    case 'effect':
      return <EffectDialog actionId={asked.actionId} onClose={onClose} />;
    case 'topic':
      return <TopicDialog itemId={asked.itemId} onClose={onClose} />;
    case 'reading':
      return <ReadingDialog measureId={asked.measureId} today={today} onClose={onClose} />;
    case 'measure': {
      const answer = (measureId?: string): void => {
        asked.answer(measureId);
        onClose();
      };
      return <MeasureDialog onChosen={answer} onClose={() => answer()} />;
    }
    case 'snapshot':
      return <SnapshotDialog onClose={onClose} />;
    case 'invite':
      return <ShareBoard board={board} open onClose={onClose} />;
  }
}
