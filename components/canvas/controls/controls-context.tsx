import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useEditor } from 'tldraw';
import { useWorld } from '../canvas-world.tsx';
import { boardCommands } from './board-commands.ts';
import type { CommandDeeds, Commands } from './board-commands.ts';
import { boardTools } from './board-tools.ts';
import type { Tools } from './board-tools.ts';

interface Controls {
  readonly commands: Commands;
  readonly tools: Tools;
}

const Shared = createContext<Controls | null>(null);

/** The commands and tools of the board on screen. */
export function useControls(): Controls {
  const controls = use(Shared);
  if (!controls) throw new Error('mount ControlsProvider around the canvas');
  return controls;
}

export function ControlsProvider({
  deeds,
  children,
}: {
  deeds: CommandDeeds;
  children: ReactNode;
}) {
  const editor = useEditor();
  const world = useWorld();
  const controls = useMemo(
    () => ({
      commands: boardCommands(editor, world, deeds),
      tools: boardTools(editor, world),
    }),
    [editor, world, deeds],
  );
  return <Shared value={controls}>{children}</Shared>;
}
