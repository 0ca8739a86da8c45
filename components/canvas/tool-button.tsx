import type { ReactNode } from 'react';
import { useTranslation } from 'tldraw';
import type { TLUiToolItem } from 'tldraw';
import { IconButton } from '#components/ui/icon-button.tsx';

interface Props {
  tool: TLUiToolItem;
  active: boolean;
  icon: ReactNode;
  className?: string;
  onChosen?: () => void;
}

export function ToolButton({ tool, active, icon, className, onChosen }: Props) {
  const msg = useTranslation();
  return (
    <IconButton
      label={msg(tool.label)}
      {...(tool.kbd && { shortcut: firstKey(tool.kbd) })}
      icon={icon}
      side="top"
      pressed={active}
      className={className}
      // Keeps the keyboard with the canvas, where the next key belongs.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        tool.onSelect('toolbar');
        onChosen?.();
      }}
    />
  );
}

/** `cmd+u,ctrl+u` and `d,b,x` name several keys; the first is the one to learn. */
export function firstKey(kbd: string): string {
  return (kbd.split(',')[0] ?? kbd)
    .split('+')
    .map((key) => key.charAt(0).toUpperCase() + key.slice(1))
    .join('+');
}
