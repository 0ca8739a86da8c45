import { useEffect, useState, useSyncExternalStore } from 'react';
import { Held, useHeld } from '#components/canvas/held.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import type { Rescue } from '#components/sync/rescue.ts';
import { OpenBoard } from './open-board.ts';

/** One opening of a board; a new one starts from an empty document, which the server fills. */
export interface Turn {
  readonly number: number;
  /** What the turn before could not get saved. */
  readonly rescue?: Rescue | undefined;
}

/** Opens the board while the component is there, and anew for each turn. */
export function useOpenBoard(boardId: string, turn: Turn): OpenBoard | undefined {
  const [place] = useState(() => new Held<OpenBoard>());
  useEffect(() => {
    const made = new OpenBoard(boardId, turn.rescue);
    made.start();
    place.hold(made);
    return () => {
      place.hold(undefined);
      void made.stop();
    };
  }, [place, boardId, turn]);
  return useHeld(place);
}

export function useConnectionState({ connection }: OpenBoard): ConnectionState {
  const read = (): ConnectionState => connection.state;
  return useSyncExternalStore((heard) => connection.subscribe(heard), read, read);
}

/** Becomes true when the document is complete for the first time, and stays so. */
export function useHasOpened({ link }: ConnectionState): boolean {
  const [opened, setOpened] = useState(false);
  if (link.is === 'live' && !opened) setOpened(true);
  return opened;
}
