import clsx from 'clsx';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { stopEventPropagation, useEditor } from 'tldraw';
import { showText } from './keep-caret.ts';

interface Props {
  label: string;
  placeholder: string;
  text: string;
  maxLength: number;
  className?: string;
  /** Gets what was typed and what it was typed over. */
  onWrite: (next: string, base: string) => void;
}

/** A text on a card that lives outside the shape, in the document, while it is being written. */
export function CardField({ label, placeholder, text, maxLength, className, onWrite }: Props) {
  const editor = useEditor();
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(text);
  const composing = useRef(false);

  useLayoutEffect(() => {
    if (composing.current || !field.current) return;
    showText(field.current, text);
    shown.current = text;
  }, [text]);

  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  function write(next: string): void {
    if (composing.current) return;
    // A title is one line; a pasted line break becomes a space.
    const line = next.replaceAll(/\s*\n\s*/g, ' ');
    const base = shown.current;
    shown.current = line;
    onWrite(line, base);
  }

  return (
    <textarea
      ref={field}
      aria-label={label}
      placeholder={placeholder}
      defaultValue={text}
      maxLength={maxLength}
      dir="auto"
      className={clsx(
        'pointer-events-auto block h-full w-full resize-none bg-transparent wrap-anywhere outline-none',
        className,
      )}
      style={{ userSelect: 'text' }}
      onChange={(event) => write(event.currentTarget.value)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false;
        write(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'Tab') return;
        event.preventDefault();
        editor.complete();
      }}
      onPointerDown={stopEventPropagation}
      onDoubleClick={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
      onContextMenu={stopEventPropagation}
    />
  );
}
