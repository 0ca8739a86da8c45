import type { StoreBinding } from './store-binding.ts';

/** Has nothing wait that is typed, when a gesture ends, or when the page may go away. The answer ends it. */
export function commitAtMoments(binding: StoreBinding, container: HTMLElement): () => void {
  const now = (): void => binding.flush();
  // The editor handles the release first.
  const soon = (): void => void setTimeout(now, 0);
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') now();
  };
  // On the window, after the field has handled it: a key is on its way to the device before it is let go.
  const typed = ({ target }: Event): void => {
    if (target instanceof Node && container.contains(target)) now();
  };
  container.addEventListener('pointerup', soon);
  window.addEventListener('input', typed);
  window.addEventListener('blur', now);
  window.addEventListener('pagehide', now);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    container.removeEventListener('pointerup', soon);
    window.removeEventListener('input', typed);
    window.removeEventListener('blur', now);
    window.removeEventListener('pagehide', now);
    document.removeEventListener('visibilitychange', hidden);
  };
}
