'use client';

import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from './button.tsx';
import { TextInput } from './text-input.tsx';
import { useUiWords } from './ui-words.tsx';

// It comes in answer to a deed, often in place of the button that was pressed: focus goes along.
const focusAtOnce = (button: HTMLButtonElement | null) => button?.focus();

interface Props {
  value: string;
  /** What it is, when no field around it says so. */
  label?: string;
}

/** Something to take along: a link, a token. */
export function CopyField({ value, label }: Props) {
  const words = useUiWords();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Without the clipboard (plain http on another machine) the text is selected, ready for Ctrl-C.
      setCopied(document.execCommand('copy'));
    }
  }

  return (
    <div className="flex gap-2">
      <TextInput
        ref={input}
        readOnly
        value={value}
        aria-label={label}
        className="min-w-0 grow bg-sunken"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        ref={focusAtOnce}
        onClick={() => void copy()}
        icon={
          copied ? (
            <Check aria-hidden className="size-4" />
          ) : (
            <Copy aria-hidden className="size-4" />
          )
        }
      >
        <span aria-live="polite">{copied ? words.copied : words.copy}</span>
      </Button>
    </div>
  );
}
