import { useEditor, useNativeClipboardEvents, useValue } from 'tldraw';
import { ChangesLayer } from '../changes/changes-layer.tsx';
import { BackToContent } from './back-to-content.tsx';
import { FollowingFrame } from './following-frame.tsx';
import { SelectionAnnouncer } from './selection-announcer.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TextBar } from './text-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useKeys } from './use-keys.ts';
import { ViewControls } from './view-controls.tsx';

/** Bars and keys over the canvas. */
export function BoardControls() {
  useKeys();
  useNativeClipboardEvents();
  const writing = useWritingByTouch();
  return (
    <div className="pointer-events-none absolute inset-0 z-(--layer-panels)">
      <ChangesLayer />
      <FollowingFrame />
      <BackToContent />
      <SelectionBar />
      <TextBar />
      <ViewControls />
      {/* The keyboard on the screen needs the room. */}
      {!writing && (
        <div className="absolute inset-x-0 bottom-0 flex justify-center">
          <Toolbar />
        </div>
      )}
      <SelectionAnnouncer />
    </div>
  );
}

function useWritingByTouch(): boolean {
  const editor = useEditor();
  return useValue(
    'writing by touch',
    () => editor.getInstanceState().isCoarsePointer && editor.getEditingShapeId() !== null,
    [editor],
  );
}
