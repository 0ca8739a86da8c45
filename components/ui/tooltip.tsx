'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface Props {
  text: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}

/** Says what a control does; never the only place where something is said. */
export function Tooltip({ text, side = 'bottom', children }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger
        asChild
        // Focus that comes back after a click on a menu asks no question; a keyboard's does.
        onFocus={(event) => {
          if (!event.currentTarget.matches(':focus-visible')) event.preventDefault();
        }}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-(--z-tooltip) max-w-72 [@media(hover:none)]:hidden animate-fade rounded-chip bg-ink px-2 py-1 text-12 text-page shadow-float"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** One per page: after the first tooltip the next ones come without waiting. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={400}>{children}</Radix.Provider>;
}
