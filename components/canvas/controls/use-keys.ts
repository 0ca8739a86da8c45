import hotkeys from 'hotkeys-js';
import { useEffect } from 'react';
import { useEditor, useValue } from 'tldraw';
import type { Editor } from 'tldraw';
import type { Command } from './command.ts';
import { useControls } from './controls-context.tsx';

/** Keys for all commands and tools, while the canvas has the focus and nobody writes in it. */
export function useKeys(): void {
  const editor = useEditor();
  const { commands, tools } = useControls();
  const focused = useValue('canvas has focus', () => editor.getInstanceState().isFocused, [editor]);
  useEffect(() => {
    if (!focused) return;
    const all: Command[] = [...Object.values(commands), ...Object.values(tools)];
    const unbinds = all.map((command) => bind(editor, command));
    return () => {
      for (const unbind of unbinds) unbind();
    };
  }, [editor, commands, tools, focused]);
}

function bind(editor: Editor, { keys, looking = false, run }: Command): () => void {
  if (!keys) return () => undefined;
  const act = (event: KeyboardEvent): void => {
    if (isBusy(editor) || (!looking && editor.getIsReadonly())) return;
    event.preventDefault();
    run();
  };
  hotkeys(keys, { element: editor.getContainer().ownerDocument.body }, act);
  return () => hotkeys.unbind(keys, act);
}

function isBusy(editor: Editor): boolean {
  return editor.getEditingShapeId() !== null || editor.menus.hasAnyOpenMenus();
}
