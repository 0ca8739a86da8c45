import type { BoardConnection } from '#components/sync/board-connection.ts';

/** Tells the connection what the page goes through; the answer ends it. */
export function watchPage(connection: Pick<BoardConnection, 'hurry' | 'hasten'>): () => void {
  const look = (): void => connection.hurry(document.visibilityState === 'hidden');
  const leave = (): void => connection.hurry(true);
  const back = (): void => connection.hasten();
  // In the capture phase, before the canvas writes out on the same events what it still held back.
  window.addEventListener('pagehide', leave, true);
  window.addEventListener('pageshow', look, true);
  document.addEventListener('visibilitychange', look, true);
  window.addEventListener('online', back);
  return () => {
    window.removeEventListener('pagehide', leave, true);
    window.removeEventListener('pageshow', look, true);
    document.removeEventListener('visibilitychange', look, true);
    window.removeEventListener('online', back);
  };
}
