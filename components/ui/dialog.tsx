'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { useUiWords } from './ui-words.tsx';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** What opens it; leave out for a dialog opened from elsewhere. */
  trigger?: ReactNode;
  /** Stays in sight while the content scrolls. A submit button here names its form by `form`. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  children?: ReactNode;
}

const fields = 'input:not([type=hidden], [readonly]), textarea, select';

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' };

export function Dialog(props: Props) {
  const { open, onOpenChange, title, description, trigger, footer, size = 'md', children } = props;
  const body = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-(--z-dialog) animate-fade bg-veil" />
        <Radix.Content
          // Radix warns when a dialog has no description; without one this says so on purpose.
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            // A form starts in its first field, a question in its text: never on the close button.
            // A form that asks nothing starts on what it says to press.
            const field =
              body.current?.querySelector<HTMLElement>(fields) ??
              body.current?.querySelector<HTMLElement>('[data-starts]');
            event.preventDefault();
            (field ?? (event.currentTarget as HTMLElement)).focus();
          }}
          className={clsx(
            'fixed z-(--z-dialog) flex animate-sheet flex-col bg-surface text-ink outline-none',
            // On a phone a form fills the screen; a question comes up from below.
            children ? 'inset-0' : 'inset-x-0 bottom-0',
            'sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[min(48rem,calc(100dvh-3rem))] sm:w-[calc(100vw-3rem)]',
            'sm:-translate-1/2 sm:animate-fade sm:rounded-card sm:shadow-float',
            widths[size],
          )}
        >
          <header className="flex items-start gap-4 px-6 pt-6 pb-4 max-sm:px-4 max-sm:pt-4">
            <div className="min-w-0 grow">
              <Radix.Title className="text-20 font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description asChild>
                  <div className="mt-1 text-soft">{description}</div>
                </Radix.Description>
              )}
            </div>
            <CloseButton />
          </header>
          {children && (
            <div ref={body} className="min-h-0 grow overflow-y-auto px-6 pt-1 pb-6 max-sm:px-4">
              {children}
            </div>
          )}
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4 max-sm:px-4">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function CloseButton() {
  const { close } = useUiWords();
  return (
    <Radix.Close asChild>
      <IconButton label={close} size="sm" icon={<X aria-hidden className="size-5" />} />
    </Radix.Close>
  );
}
