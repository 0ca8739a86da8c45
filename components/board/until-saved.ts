import type { BoardConnection } from '#components/sync/board-connection.ts';

const PATIENCE = 10_000; // ms; after that a person wants to know

/** True once everything made here is on the server's disk; false when that takes too long. */
export function untilSaved(
  connection: Pick<BoardConnection, 'state' | 'subscribe'>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (connection.state.saving.is === 'saved') end(true);
    };
    const end = (saved: boolean): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(saved);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    const unsubscribe = connection.subscribe(look);
    look();
  });
}
