import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ConnectionState } from '#components/sync/connection-state.ts';
import { OpenBoard } from './open-board.ts';

/** Opens the board while the component is there; `turn` opens it anew, from an empty document. */
export function useOpenBoard(boardId: string, turn: number): OpenBoard | undefined {
  const [open, setOpen] = useState<OpenBoard>();
  useEffect(() => {
    const made = new OpenBoard(boardId);
    made.start();
    setOpen(made);
    return () => {
      setOpen(undefined);
      made.stop();
    };
  }, [boardId, turn]);
  return open;
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
