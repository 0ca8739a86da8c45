import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useValue } from 'tldraw';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { ToolId } from './board-tools.ts';
import type { Tool } from './command.ts';
import { useControls } from './controls-context.tsx';
import { keyName } from './key-name.ts';

interface Props {
  id: ToolId;
  icon: ReactNode;
  className?: string;
  onChosen?: () => void;
}

export function ToolButton({ id, icon, className, onChosen }: Props) {
  const t = useTranslations('canvas.tool');
  const tool: Tool = useControls().tools[id];
  const active = useValue('tool in hand', tool.isOn, [tool]);
  return (
    <IconButton
      label={t(id)}
      {...(tool.keys && { shortcut: keyName(tool.keys) })}
      icon={icon}
      side="top"
      pressed={active}
      className={className}
      // Keeps the keyboard with the canvas, where the next key belongs.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        tool.run();
        onChosen?.();
      }}
    />
  );
}
