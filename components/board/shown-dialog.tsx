import type { BoardView } from '#board/api/boards.ts';
import type { Canvas } from '#board/canvases.ts';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { ShareBoard } from '#components/boards/share-board.tsx';
import type { CanvasDeeds, HelpAbout } from '#components/canvas/canvas-world.tsx';
import { ExportDialog } from '#components/export/export-dialog.tsx';
import { ImportDialog } from '#components/imports/import-dialog.tsx';
import { AskHelpDialog } from './ask-help-dialog.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { ChangesDialog } from './changes-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DropDialog } from './drop-dialog.tsx';
import { EffectDialog } from './effect-dialog.tsx';
import { HoldingDialog } from './holding-dialog.tsx';
import { MeasureDialog } from './measure-dialog.tsx';
import { NewDayDialog } from './new-day-dialog.tsx';
import { ReadingDialog } from './reading-dialog.tsx';
import { SnapshotDialog } from './snapshot-dialog.tsx';
import { TopicDialog } from './topic-dialog.tsx';

/** The one dialog that is open, with what it is about. */
export type AskedDialog =
  | {
      readonly is: 'action' | 'confirm' | 'effect' | 'drop' | 'day' | 'holding';
      readonly actionId: string;
    }
  | { readonly is: 'topic'; readonly itemId: string }
  | { readonly is: 'reading'; readonly measureId: string }
  | { readonly is: 'measure'; readonly answer: (measureId: string | undefined) => void }
  | { readonly is: 'help'; readonly about: HelpAbout | null }
  | { readonly is: 'import'; readonly canvas: Canvas }
  | { readonly is: 'snapshot' | 'invite' | 'changes' | 'export' };

/** What cards ask for that opens a dialog, or is done at once. */
export type DialogDeeds = Omit<CanvasDeeds, 'enterLane'>;

interface Props {
  asked: AskedDialog;
  board: BoardView;
  today: string;
  deeds: DialogDeeds;
  /** Marks on the board what changed since then. */
  showSince: (snapshot: SnapshotView) => Promise<void>;
  onClose: () => void;
}

/** Whatever dialog is open. */
export function ShownDialog({ asked, board, today, deeds, showSince, onClose }: Props) {
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
    case 'drop':
      return <DropDialog actionId={asked.actionId} onClose={onClose} />;
    case 'day':
      return <NewDayDialog actionId={asked.actionId} onClose={onClose} />;
    case 'holding':
      return <HoldingDialog actionId={asked.actionId} today={today} onClose={onClose} />;
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
    case 'changes':
      return (
        <ChangesDialog
          boardId={board.id}
          onChoose={(snapshot) => void showSince(snapshot)}
          onClose={onClose}
        />
      );
    case 'export':
      return <ExportDialog kind="board" of={`/boards/${board.id}`} onClose={onClose} />;
    case 'help':
      return <AskHelpDialog board={board} about={asked.about} today={today} onClose={onClose} />;
    case 'import':
      return <ImportDialog boardId={board.id} canvas={asked.canvas} onClose={onClose} />;
    case 'invite':
      return <ShareBoard board={board} open onClose={onClose} />;
  }
}
