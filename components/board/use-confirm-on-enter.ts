import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Enter in a field confirms, also where browsers give it another meaning (Shift+Enter starts a new
 * line); with Ctrl or Cmd it does so wherever the focus is.
 */
export function useConfirmOnEnter(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const confirm = (event: KeyboardEvent): void => {
      if (!asksToConfirm(event)) return;
      event.preventDefault();
      // A list in a field may be taking this key as its choice: first let that be written.
      setTimeout(() => element.requestSubmit());
    };
    element.addEventListener('keydown', confirm);
    return () => element.removeEventListener('keydown', confirm);
  }, [form]);
}

function asksToConfirm(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return true;
  const { target, shiftKey } = event;
  const inField = target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
  return inField && !shiftKey;
}
