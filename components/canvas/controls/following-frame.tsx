import { useEditor, useValue } from 'tldraw';

/** A frame in the colour of whom one follows: what moves the view is somebody else. */
export function FollowingFrame() {
  const editor = useEditor();
  const color = useValue(
    'colour of who is followed',
    () => {
      const { followingUserId } = editor.getInstanceState();
      return editor.getCollaborators().find(({ userId }) => userId === followingUserId)?.color;
    },
    [editor],
  );
  if (!color) return null;
  return <div aria-hidden className="absolute inset-0 border-2" style={{ borderColor: color }} />;
}
