'use client';

import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does, for the tooltip and for those who do not see the icon. */
  label: string;
  icon: ReactNode;
  /** Shown in the tooltip behind the label: a key like `N`. */
  shortcut?: string | undefined;
  size?: 'md' | 'sm' | undefined;
  /** For a button that stays pressed. */
  pressed?: boolean | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
}

export function IconButton({
  label,
  icon,
  shortcut,
  size = 'md',
  pressed,
  side = 'bottom',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={shortcut ? <Labelled label={label} shortcut={shortcut} /> : label} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-card text-soft select-none',
          'transition-colors duration-150 hover:bg-hover hover:text-ink disabled:opacity-40',
          'aria-pressed:bg-accent-pale aria-pressed:text-accent pointer-coarse:size-11',
          size === 'md' ? 'size-10' : 'size-8',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}

function Labelled({ label, shortcut }: { label: string; shortcut: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      {label}
      <kbd className="rounded-chip border border-current/30 px-1 font-sans opacity-80">
        {shortcut}
      </kbd>
    </span>
  );
}
