import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Canvas } from '#board/canvases.ts';
import type { TaskState } from '#board/facts.ts';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import { CanvasWorldProvider } from '#components/canvas/canvas-world.tsx';
import type { World } from '#components/canvas/canvas-world.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { ActionsPanel } from './actions-panel.tsx';
import { BoardBar } from './board-bar.tsx';
import { BoardMenu } from './board-menu.tsx';
import type { OpenedProps } from './board-screen.tsx';
import { BoardTitle } from './board-title.tsx';
import { BoardToolsProvider } from './board-tools.tsx';
import { CanvasLoader } from './canvas-loader.tsx';
import { CanvasTabs, useCanvases } from './canvas-tabs.tsx';
import { useListedActions } from './listed-actions.ts';
import { mayOnBoard } from './may-on-board.ts';
import { TroubleBanner } from './trouble.tsx';
import { useDialogs } from './use-dialogs.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { usePeopleHere } from './use-people-here.ts';
import { useTaskSteps } from './use-task-steps.ts';

interface Props extends OpenedProps {
  readonly state: ConnectionState;
}

/** A board that has opened: bar, canvas, panel, and whatever is asked on top of them. */
export function OpenedBoard(props: Props) {
  const { board, open, state, subjects, locale, today, licenseKey, onReopen } = props;
  const { live, connection } = open;
  // Who the server takes us for counts; the page's answer is older.
  const person = state.me?.person ?? props.person;
  const access = state.me?.access ?? board.access;
  const refused = state.link.is === 'refused';
  const may = useMemo(() => mayOnBoard(subjects, access), [subjects, access]);
  const [panel, setPanel] = useState(false);
  const [canvas, setCanvas, handle, onReady] = useCanvasChoice(useCanvases(live.board));
  const step = useTaskSteps(live);
  const moveTask = useCallback((id: string, to: TaskState) => void step(id, to), [step]);
  const dialogs = useDialogs(moveTask, may.measure);
  const { deeds, openInvite, openSnapshot } = dialogs;
  const people = usePeopleHere(connection.awareness, person);
  const actions = useListedActions(live);
  const shownTitle = useLive(live.about, '')?.title ?? board.title;
  const world = useMemo<World>(
    () => ({ live, person, writable: may.write && !refused, mayPromise: may.promise, deeds }),
    [live, person, may, refused, deeds],
  );
  const tools = useMemo(
    () => ({ boardId: board.id, live, connection, person, may }),
    [board.id, live, connection, person, may],
  );
  useLeaveGuard(state.saving);

  const show = (actionId: string) => {
    const on = handle.current?.showAction(actionId);
    if (on) setCanvas(on);
  };
  const invite = may.invite ? openInvite : undefined;
  const snapshot = may.snapshot ? openSnapshot : undefined;
  const toggle = () => setPanel((shown) => !shown);
  const undecided = actions.filter(({ rung }) => rung === 'proposal').length;

  return (
    <BoardToolsProvider value={tools}>
      <div className="flex h-dvh flex-col overflow-hidden">
        <BoardBar
          title={<BoardTitle boardId={board.id} title={shownTitle} mayRename={may.rename} />}
          tabs={<CanvasTabs shown={useCanvases(live.board)} value={canvas} onChange={setCanvas} />}
          menu={<BoardMenu board={{ ...board, title: shownTitle }} may={may} onInvite={invite} onSnapshot={snapshot} />}
          state={state}
          people={people}
          panel={{ open: panel, count: undecided, onToggle: toggle }}
          onInvite={invite}
          onSnapshot={snapshot}
        />
        <TroubleBanner
          boardId={board.id}
          state={state}
          onResume={() => connection.resume()}
          onReopen={onReopen}
        />
        <div className="flex min-h-0 grow max-sm:flex-col">
          <main className="relative min-h-0 min-w-0 grow">
            <CanvasLoader
              live={live}
              viewKey={board.id}
              awareness={connection.awareness}
              person={person}
              access={may.write && !refused ? 'write' : 'view'}
              mayPromise={may.promise}
              locale={locale}
              canvas={canvas}
              deeds={deeds}
              onReady={onReady}
              {...(licenseKey && { licenseKey })}
            />
          </main>
          {panel && (
            <CanvasWorldProvider value={world}>
              <ActionsPanel
                actions={actions}
                today={today}
                onShow={show}
                onOpen={deeds.openAction}
                onClose={toggle}
              />
            </CanvasWorldProvider>
          )}
        </div>
        {dialogs.shown(board, today)}
      </div>
    </BoardToolsProvider>
  );
}
