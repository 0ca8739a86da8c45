'use client';

import clsx from 'clsx';
import { Popover as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

interface PopoverProps {
  /** A button; the popover tells it whether it is open. */
  trigger: ReactNode;
  /** What is in it, for those who do not see where it hangs. */
  label: string;
  className?: string;
  children: ReactNode;
}

/** Something to press or read that floats below a button until one looks elsewhere. */
export function Popover({ trigger, label, className, children }: PopoverProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className={clsx(
            'z-(--z-menu) animate-float rounded-card border border-line bg-surface text-14 text-ink shadow-float',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
