import type { Canvas } from '#board/canvases.ts';
import { useEffect, useEffectEvent } from 'react';
import type { ErrorCode } from '#board/errors.ts';
import { cardInLink } from '#components/canvas/card-link.ts';
import type { ToShow } from '#components/canvas/canvas-handle.ts';
import type { World } from '#components/canvas/canvas-world.tsx';
import { MeetingButton } from '#components/meetings/meeting-button.tsx';
import { PeopleMenu } from '#components/presence/people-menu.tsx';
import { ReactionBar } from '#components/presence/reaction-bar.tsx';
import { ReactionLayer } from '#components/presence/reaction-layer.tsx';
import { usePeopleHere } from '#components/presence/use-people-here.ts';
import { useTogether } from '#components/presence/use-together.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { BoardBar } from './board-bar.tsx';
import { BoardMenu } from './board-menu.tsx';
import type { OpenedProps } from './board-screen.tsx';
import { BoardTitle } from './board-title.tsx';
import { useBoardTools } from './board-tools.tsx';
import { CanvasLoader } from './canvas-loader.tsx';
import { CanvasTabs, useCanvases } from './canvas-tabs.tsx';
import { ListLoader } from './list-loader.tsx';
import { useListedActions } from './listed-actions.ts';
import { ActionsPanel, MeetingPanel, OutlinePanel } from './panel-loader.tsx';
import { SetAsideNotice } from './set-aside-notice.tsx';
import { TroubleBanner } from './trouble.tsx';
import { useBoardLook } from './use-board-look.ts';
import { useCanvasChoice } from './use-canvas-choice.ts';
import { useSidePanel } from './use-side-panel.ts';

interface Props extends OpenedProps {
  readonly state: ConnectionState;
  readonly cause: ErrorCode | undefined;
  readonly world: World;
  readonly onInvite: (() => void) | undefined;
  readonly onSnapshot: (() => void) | undefined;
  readonly onNewDay: (actionId: string) => void;
  readonly onHolding: (actionId: string) => void;
  readonly onChanges: (() => void) | undefined;
  readonly onExport: () => void;
  readonly onImport: (canvas: Canvas) => void;
  readonly onAskHelp: (() => void) | undefined;
}

/** Bar on top, canvas under it, and a panel beside the canvas that never lies over it. */
export function BoardFrame(props: Props) {
  const { board, open, state, cause, world, locale, today, licenseKey, onReopen } = props;
  const { onInvite, onSnapshot, onNewDay, onHolding, onChanges, onExport, onImport, onAskHelp } =
    props;
  const { live, connection } = open;
  const { may, person } = useBoardTools();
  const panel = useSidePanel();
  const canvases = useCanvases(live.board);
  const [look, chooseLook] = useBoardLook();
  const { canvas, choose, handle, show, onReady } = useCanvasChoice(canvases);
  const showOnCanvas = (what: ToShow) => {
    chooseLook('canvas');
    show(what);
  };
  const closePanel = () => {
    panel.close();
    handle?.focus();
  };
  useCardInLink(showOnCanvas);
  const people = usePeopleHere(connection.awareness, person);
  const together = useTogether(connection.awareness, handle, may.write);
  const actions = useListedActions(live);
  const undecided = actions.filter(({ rung }) => rung === 'proposal').length;
  return (
    <div data-toasts="raised" className="flex h-dvh flex-col overflow-hidden">
      <BoardBar
        title={<BoardTitle boardId={board.id} title={board.title} mayRename={may.rename} />}
        tabs={<CanvasTabs shown={canvases} value={canvas} onChange={choose} />}
        menu={
          <BoardMenu
            board={board}
            may={may}
            people={people}
            onInvite={onInvite}
            onSnapshot={onSnapshot}
            onMeeting={may.meet ? () => panel.toggle('meeting') : undefined}
            onChanges={onChanges}
            onExport={onExport}
            onFind={() => panel.toggle('outline')}
            onAskHelp={onAskHelp}
            onImport={may.write ? () => onImport(canvas) : undefined}
          />
        }
        mayWrite={may.write}
        state={state}
        people={
          <>
            <ReactionBar onReact={together.react} />
            <PeopleMenu people={people} {...together} />
          </>
        }
        meeting={
          <MeetingButton
            expanded={panel.open === 'meeting'}
            onToggle={may.meet ? () => panel.toggle('meeting') : undefined}
          />
        }
        look={look}
        onLook={chooseLook}
        panel={panel}
        undecided={undecided}
        onInvite={onInvite}
        onSnapshot={onSnapshot}
      />
      <TroubleBanner
        boardId={board.id}
        cause={cause}
        state={state}
        connection={connection}
        onResume={() => connection.resume()}
        onReopen={onReopen}
      />
      <SetAsideNotice state={state} connection={connection} />
      <div className="flex min-h-0 grow max-sm:flex-col">
        <main className="relative min-h-0 min-w-0 grow">
          {look === 'list' ? (
            <ListLoader canvas={canvas} onShow={showOnCanvas} />
          ) : (
            <CanvasLoader
              world={world}
              viewKey={board.id}
              awareness={connection.awareness}
              locale={locale}
              canvas={canvas}
              onReady={onReady}
              onCanvas={choose}
              {...(licenseKey && { licenseKey })}
            />
          )}
          {!together.calm && <ReactionLayer signals={together.signals} mine={together.mine} />}
        </main>
        {panel.open === 'actions' && (
          <ActionsPanel
            actions={actions}
            today={today}
            onShow={(actionId) => showOnCanvas({ actionId })}
            onOpen={(id) => world.deeds?.openAction(id)}
            onClose={closePanel}
          />
        )}
        {panel.open === 'meeting' && (
          <MeetingPanel
            actions={actions}
            today={today}
            onShow={(actionId) => showOnCanvas({ actionId })}
            onNewDay={onNewDay}
            onHolding={onHolding}
            onClose={closePanel}
          />
        )}
        {panel.open === 'outline' && (
          <OutlinePanel
            asked={panel.asked}
            onShow={(recordId) => showOnCanvas({ recordId })}
            onClose={closePanel}
          />
        )}
      </div>
    </div>
  );
}

/** An address that names a card opens the board at it. */
function useCardInLink(show: (what: ToShow) => void): void {
  const go = useEffectEvent(() => {
    const recordId = cardInLink();
    if (recordId) show({ recordId });
  });
  useEffect(() => {
    const look = (): void => go();
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
}
