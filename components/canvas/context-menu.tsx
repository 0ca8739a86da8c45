import {
  ArrangeMenuSubmenu,
  ClipboardMenuGroup,
  DefaultContextMenu,
  GroupMenuItem,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  TldrawUiMenuActionItem,
  TldrawUiMenuGroup,
  ToggleLockMenuItem,
  UngroupMenuItem,
  useEditor,
  useValue,
} from 'tldraw';
import type { TLUiContextMenuProps } from 'tldraw';
import { useWorld } from './canvas-world.tsx';
import { selectedNotes } from './card-making.ts';

/** Right click and long press. */
export function ContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <Content />
    </DefaultContextMenu>
  );
}

function Content() {
  const editor = useEditor();
  const { writable } = useWorld();
  const notes = useValue('notes selected', () => selectedNotes(editor).length > 0, [editor]);
  return (
    <>
      {writable && notes && (
        <TldrawUiMenuGroup id="board">
          <TldrawUiMenuActionItem actionId="notes-to-actions" />
        </TldrawUiMenuGroup>
      )}
      <TldrawUiMenuGroup id="modify">
        <GroupMenuItem />
        <UngroupMenuItem />
        <ArrangeMenuSubmenu />
        <ReorderMenuSubmenu />
        <ToggleLockMenuItem />
      </TldrawUiMenuGroup>
      <ClipboardMenuGroup />
      <TldrawUiMenuGroup id="select-all">
        <SelectAllMenuItem />
      </TldrawUiMenuGroup>
    </>
  );
}
