'use client';

import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { ContextMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { menuLine, menuPaper, menuRow } from './menu-looks.ts';

interface Props {
  /** Where a right click or a long press opens it. */
  surface: ReactNode;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

export function ContextMenu({ surface, onOpenChange, children }: Props) {
  return (
    <Primitive.Root modal={false} {...(onOpenChange && { onOpenChange })}>
      <Primitive.Trigger asChild>{surface}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          alignOffset={-4}
          collisionPadding={8}
          className={clsx(menuPaper, 'max-h-(--radix-context-menu-content-available-height)')}
          onContextMenu={(event) => event.preventDefault()}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

interface ItemProps {
  shortcut?: string | undefined;
  onSelect: () => void;
  children: ReactNode;
}

export function ContextItem({ shortcut, onSelect, children }: ItemProps) {
  return (
    <Primitive.Item className={menuRow} onSelect={onSelect}>
      <span className="min-w-0 grow">{children}</span>
      {shortcut && <kbd className="font-sans text-12 text-faint">{shortcut}</kbd>}
    </Primitive.Item>
  );
}

/** A row that opens a menu of its own. */
export function ContextSubmenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Primitive.Sub>
      <Primitive.SubTrigger className={clsx(menuRow, 'data-[state=open]:bg-hover')}>
        <span className="min-w-0 grow">{label}</span>
        <ChevronRight aria-hidden className="size-4 text-soft" />
      </Primitive.SubTrigger>
      <Primitive.Portal>
        <Primitive.SubContent
          sideOffset={4}
          alignOffset={-4}
          collisionPadding={8}
          className={clsx(menuPaper, 'max-h-(--radix-context-menu-content-available-height)')}
        >
          {children}
        </Primitive.SubContent>
      </Primitive.Portal>
    </Primitive.Sub>
  );
}

export function ContextLine() {
  return <Primitive.Separator className={menuLine} />;
}
