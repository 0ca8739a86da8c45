'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { menuLine, menuPaper, menuRow } from './menu-looks.ts';

interface MenuProps {
  /** A button; the menu gives it its name and state for screen readers. */
  trigger: ReactNode;
  align?: 'start' | 'end';
  children: ReactNode;
}

export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={clsx(menuPaper, 'max-h-(--radix-dropdown-menu-content-available-height)')}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ItemProps {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect?: (event: Event) => void;
  /** The child is a link that takes the row's looks. */
  asChild?: boolean;
  children: ReactNode;
}

export function MenuItem({
  icon,
  danger = false,
  disabled = false,
  onSelect,
  asChild = false,
  children,
}: ItemProps) {
  return (
    <DropdownMenu.Item
      asChild={asChild}
      disabled={disabled}
      {...(onSelect && { onSelect })}
      className={clsx(menuRow, danger && 'text-danger')}
    >
      {asChild ? (
        children
      ) : (
        <>
          {icon && (
            <span className="flex size-4 shrink-0 items-center justify-center text-soft">
              {icon}
            </span>
          )}
          <span className="min-w-0 grow">{children}</span>
        </>
      )}
    </DropdownMenu.Item>
  );
}

interface ChoiceProps<T extends string> {
  value: T;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T) => void;
}

/** One of several; the chosen one carries a mark. */
export function MenuChoice<T extends string>({ value, options, onChange }: ChoiceProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={choose}>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={menuRow}>
          <span className="flex size-4 shrink-0 items-center justify-center text-accent">
            <DropdownMenu.ItemIndicator>
              <Check aria-hidden className="size-4" />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className="min-w-0 grow">{option.label}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2 pt-2 pb-1 text-12 text-faint">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className={menuLine} />;
}
