import { useCallback, useMemo } from 'react';
import type { ErrorCode } from '#board/errors.ts';
import type { TaskState } from '#board/facts.ts';
import { CanvasWorldProvider } from '#components/canvas/canvas-world.tsx';
import type { Person, World } from '#components/canvas/canvas-world.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { ShownChangesProvider } from '#components/canvas/changes/shown-changes.ts';
import { BoardFrame } from './board-frame.tsx';
import type { OpenedProps } from './board-screen.tsx';
import { BoardToolsProvider } from './board-tools.tsx';
import { mayOnBoard } from './may-on-board.ts';
import { useChangesSince } from './use-changes-since.ts';
import { useDialogs } from './use-dialogs.tsx';
import { useLanes } from './use-lanes.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useRestored } from './use-restored.ts';
import { useTaskSteps } from './use-task-steps.ts';

interface Props extends OpenedProps {
  readonly state: ConnectionState;
  /** Why the server turned us away, if it did. */
  readonly cause: ErrorCode | undefined;
}

/** A board that has opened: what everything on it shares, and whatever dialog is asked for. */
export function OpenedBoard(props: Props) {
  const { board, open, state, subjects, today } = props;
  const { live, connection } = open;
  // Who the server takes us for counts; the page's answer is older.
  const person = useSamePerson(state.me?.person ?? props.person);
  const access = state.me?.access ?? board.access;
  const may = useMemo(() => mayOnBoard(subjects, access), [subjects, access]);
  const step = useTaskSteps(live);
  const moveTask = useCallback((id: string, to: TaskState) => void step(id, to), [step]);
  const dialogs = useDialogs(moveTask, {
    ...{ mayMeasure: may.measure, mayAskHelp: may.askHelp },
  });
  const enterLane = useLanes({
    boardId: board.id,
    live,
    connection,
    mayPromise: may.promise === 'yes',
    moveTask: step,
    openConfirm: dialogs.deeds.confirmAction,
    openEffect: dialogs.deeds.checkEffect,
  });
  const deeds = useMemo(() => ({ ...dialogs.deeds, enterLane }), [dialogs.deeds, enterLane]);
  const { askForHelp } = deeds;
  const refused = state.link.is === 'refused';
  const world = useMemo<World>(
    () => ({ live, person, writable: may.write && !refused, mayPromise: may.promise, deeds }),
    [live, person, may, refused, deeds],
  );
  const tools = useMemo(
    () => ({ boardId: board.id, live, connection, person, may }),
    [board.id, live, connection, person, may],
  );
  const title = useLive(live.about, '')?.title ?? board.title;
  useRestored(live, may.restore);
  const changes = useChangesSince(today);
  useLeaveGuard(connection, state.saving);
  return (
    <BoardToolsProvider value={tools}>
      <CanvasWorldProvider value={world}>
        <ShownChangesProvider value={changes.shown}>
          <BoardFrame
            {...props}
            board={{ ...board, title }}
            world={world}
            onExport={dialogs.openExport}
            onImport={dialogs.openImport}
            onAskHelp={askForHelp && (() => askForHelp(null))}
            onChanges={may.history ? dialogs.openChanges : undefined}
            onInvite={may.invite ? dialogs.openInvite : undefined}
            onSnapshot={may.snapshot ? dialogs.openSnapshot : undefined}
            onNewDay={dialogs.openDay}
            onHolding={dialogs.openHolding}
          />
        </ShownChangesProvider>
        {dialogs.shown({ ...board, title }, today, changes.show)}
      </CanvasWorldProvider>
    </BoardToolsProvider>
  );
}

/** The same object for the same person: every new connection says anew who we are. */
function useSamePerson({ id, name, color }: Person): Person {
  return useMemo(() => ({ id, name, color }), [id, name, color]);
}
