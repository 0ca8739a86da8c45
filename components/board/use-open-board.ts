import { useEffect, useState, useSyncExternalStore } from 'react';
import { Held, useHeld } from '#components/canvas/held.ts';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { OpenBoard } from './open-board.ts';

/** Opens the board while the component is there; `turn` opens it anew, from an empty document. */
export function useOpenBoard(boardId: string, turn: number): OpenBoard | undefined {
  const [place] = useState(() => new Held<OpenBoard>());
  useEffect(() => {
    const made = new OpenBoard(boardId);
    made.start();
    place.hold(made);
    return () => {
      place.hold(undefined);
      made.stop();
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
