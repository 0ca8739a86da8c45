import clsx from 'clsx';
import { useEffect } from 'react';
import { stopEventPropagation, useEditor } from 'tldraw';
import { useSharedText } from './use-shared-text.ts';

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
  const field = useSharedText({ text, oneLine: true, onWrite });
  const { ref } = field;

  useEffect(() => {
    const element = ref.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, [ref]);

  return (
    <textarea
      {...field}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      dir="auto"
      className={clsx(
        'pointer-events-auto block h-full w-full resize-none bg-transparent wrap-anywhere outline-none',
        className,
      )}
      style={{ userSelect: 'text' }}
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
