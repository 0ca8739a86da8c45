import type { KeyboardEvent } from 'react';

/**
 * Enter in a field confirms, also where browsers give it another meaning (Shift+Enter starts a new
 * line); with Ctrl or Cmd it does so wherever the focus is.
 */
export function confirmOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const form = event.currentTarget;
  const anywhere = event.ctrlKey || event.metaKey;
  const inField =
    event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
  if (!anywhere && (!inField || event.shiftKey || event.defaultPrevented)) return;
  event.preventDefault();
  // A list in a field may just have taken this key as its choice: first let that be written.
  setTimeout(() => form.requestSubmit());
}
