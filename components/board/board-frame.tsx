import { useState } from 'react';
import type { ErrorCode } from '#board/errors.ts';
import type { World } from '#components/canvas/canvas-world.tsx';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { ActionsPanel } from './actions-panel.tsx';
import { BoardBar } from './board-bar.tsx';
import { BoardMenu } from './board-menu.tsx';
import type { OpenedProps } from './board-screen.tsx';
import { BoardTitle } from './board-title.tsx';
import { useBoardTools } from './board-tools.tsx';
import { CanvasLoader } from './canvas-loader.tsx';
import { CanvasTabs, useCanvases } from './canvas-tabs.tsx';
import { useListedActions } from './listed-actions.ts';
import { SetAsideNotice } from './set-aside-notice.tsx';
import { TroubleBanner } from './trouble.tsx';
import { useCanvasChoice } from './use-canvas-choice.ts';
import { usePeopleHere } from './use-people-here.ts';

interface Props extends OpenedProps {
  readonly state: ConnectionState;
  readonly cause: ErrorCode | undefined;
  readonly world: World;
  readonly onInvite: (() => void) | undefined;
  readonly onSnapshot: (() => void) | undefined;
}

/** Bar on top, canvas under it, and a panel beside the canvas that never lies over it. */
export function BoardFrame(props: Props) {
  const { board, open, state, cause, world, locale, today, licenseKey, onReopen } = props;
  const { onInvite, onSnapshot } = props;
  const { live, connection } = open;
  const { may, person } = useBoardTools();
  const [panel, setPanel] = useState(false);
  const canvases = useCanvases(live.board);
  const { canvas, choose, showAction, onReady } = useCanvasChoice(canvases);
  const people = usePeopleHere(connection.awareness, person);
  const actions = useListedActions(live);
  const undecided = actions.filter(({ rung }) => rung === 'proposal').length;
  const toggle = () => setPanel((shown) => !shown);
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
          />
        }
        mayWrite={may.write}
        state={state}
        people={people}
        panel={{ open: panel, count: undecided, onToggle: toggle }}
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
          <CanvasLoader
            world={world}
            viewKey={board.id}
            awareness={connection.awareness}
            locale={locale}
            canvas={canvas}
            onReady={onReady}
            {...(licenseKey && { licenseKey })}
          />
        </main>
        {panel && (
          <ActionsPanel
            actions={actions}
            today={today}
            onShow={showAction}
            onOpen={(id) => world.deeds?.openAction(id)}
            onClose={toggle}
          />
        )}
      </div>
    </div>
  );
}
