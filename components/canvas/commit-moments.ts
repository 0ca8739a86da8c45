import type { StoreBinding } from './store-binding.ts';

/** Has nothing wait when a gesture ends or the page may go away. The answer ends it. */
export function commitAtMoments(binding: StoreBinding, container: HTMLElement): () => void {
  const now = (): void => binding.flush();
  // The editor handles the release first.
  const soon = (): void => void setTimeout(now, 0);
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') now();
  };
  container.addEventListener('pointerup', soon);
  window.addEventListener('blur', now);
  window.addEventListener('pagehide', now);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    container.removeEventListener('pointerup', soon);
    window.removeEventListener('blur', now);
    window.removeEventListener('pagehide', now);
    document.removeEventListener('visibilitychange', hidden);
  };
}
