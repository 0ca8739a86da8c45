import clsx from 'clsx';
import type { KeyboardEvent } from 'react';
import { useSharedText } from '#components/canvas/use-shared-text.ts';

interface Props {
  label: string;
  placeholder: string;
  text: string;
  maxLength: number;
  oneLine?: boolean;
  readOnly?: boolean;
  className?: string;
  onWrite: (next: string, base: string) => void;
}

/** Words in a list: looks like text, is a field, and merges with what others write in it. */
export function ListField({ oneLine = false, text, onWrite, className, ...rest }: Props) {
  const field = useSharedText({ text, oneLine, onWrite });
  const { label, ...props } = rest;
  return (
    <textarea
      {...field}
      {...props}
      aria-label={label}
      rows={1}
      dir="auto"
      className={clsx(
        'block field-sizing-content min-h-8 w-full resize-none rounded-chip bg-transparent px-1.5 py-1 wrap-anywhere',
        'placeholder:text-faint pointer-coarse:min-h-11 pointer-coarse:py-2.5',
        className,
      )}
      onKeyDown={(event) => leave(event, oneLine)}
    />
  );
}

/** Escape leaves the field, and so does Enter where a line break makes no sense. */
function leave(event: KeyboardEvent<HTMLTextAreaElement>, oneLine: boolean): void {
  if (event.nativeEvent.isComposing) return;
  const command = event.ctrlKey || event.metaKey;
  const enters = event.key === 'Enter' && (oneLine || command);
  if (event.key !== 'Escape' && !enters) return;
  event.preventDefault();
  event.currentTarget.blur();
}
