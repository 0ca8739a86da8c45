import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Puts the caret into the first field of a form that somebody came for. */
export function useFocusFirst(form: RefObject<HTMLFormElement | null>, asked: boolean): void {
  useEffect(() => {
    if (asked) form.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, [form, asked]);
}
