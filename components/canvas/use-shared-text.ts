import { useLayoutEffect, useRef } from 'react';
import type { ChangeEvent, CompositionEvent, RefObject } from 'react';
import { showText } from './keep-caret.ts';

interface SharedText {
  readonly text: string;
  /** Line breaks become spaces: a title is one line. */
  readonly oneLine?: boolean;
  /** Gets what was typed and what it was typed over. */
  readonly onWrite: (next: string, base: string) => void;
}

type Field = HTMLTextAreaElement;

/** Props of a text field whose text others may change while somebody here writes in it. */
export interface SharedField {
  readonly ref: RefObject<Field | null>;
  readonly defaultValue: string;
  readonly onChange: (event: ChangeEvent<Field>) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: CompositionEvent<Field>) => void;
}

/** Keeps a field in step with its text: the caret stays put, and no composition is disturbed. */
export function useSharedText({ text, oneLine = false, onWrite }: SharedText): SharedField {
  const ref = useRef<Field>(null);
  const shown = useRef(text);
  const composing = useRef(false);

  useLayoutEffect(() => {
    if (composing.current || !ref.current) return;
    showText(ref.current, text);
    shown.current = text;
  }, [text]);

  function write(typed: string): void {
    if (composing.current) return;
    const next = oneLine ? typed.replaceAll(/\s*\n\s*/g, ' ') : typed;
    const base = shown.current;
    shown.current = next;
    onWrite(next, base);
  }

  return {
    ref,
    defaultValue: text,
    onChange: (event) => write(event.currentTarget.value),
    onCompositionStart: () => (composing.current = true),
    onCompositionEnd: (event) => {
      composing.current = false;
      write(event.currentTarget.value);
    },
  };
}
