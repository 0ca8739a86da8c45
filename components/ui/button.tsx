import clsx from 'clsx';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant | undefined;
  size?: 'md' | 'sm' | undefined;
  /** Keeps the button focused but deaf, and shows progress when it takes long. */
  busy?: boolean | undefined;
  icon?: ReactNode;
  /** Gives the looks of a button to its only child, a link for instance. */
  asChild?: boolean | undefined;
}

const looks: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-control/50 bg-surface text-ink hover:border-control hover:bg-sunken',
  quiet: 'text-soft hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-on-danger hover:bg-danger-strong',
};

const sizes = {
  md: 'min-h-10 px-4 py-2 text-14',
  sm: 'min-h-8 px-3 py-1 text-14 pointer-coarse:min-h-11',
};

export function Button({
  variant = 'secondary',
  size = 'md',
  busy = false,
  icon,
  asChild = false,
  className,
  children,
  disabled,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const looksLike = clsx(
    'inline-flex items-center justify-center gap-2 rounded-card text-center font-medium select-none',
    'transition-colors duration-150 pointer-coarse:min-h-11',
    'disabled:opacity-50 aria-disabled:opacity-50',
    sizes[size],
    looks[variant],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root {...rest} className={looksLike}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      {...rest}
      type={type}
      className={clsx(looksLike, busy && 'cursor-progress')}
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" /> : icon}
      {children}
    </button>
  );
}
