import { useTranslations } from 'next-intl';
import { unsafe__withoutCapture, useEditor, useValue } from 'tldraw';
import type { Editor, TLShape } from 'tldraw';
import { titleOn } from '#board/first-look.ts';
import { useWorld } from '../canvas-world.tsx';
import type { LiveBoard } from '../live-board.ts';
import { kindOfShape } from './shape-kinds.ts';
import type { ShapeKind } from './shape-kinds.ts';

/** Tells a screen reader what got selected: its words, what it is, and which of how many. */
export function SelectionAnnouncer() {
  const t = useTranslations('canvas.said');
  const kind = useTranslations('canvas.kind');
  const editor = useEditor();
  const { live } = useWorld();
  const said = useValue('selected', () => selectionOf(editor, live), [editor, live]);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {said?.is === 'many' && t('many', { count: said.count })}
      {said?.is === 'one' && t('one', { ...said, kind: kind(said.kind) })}
    </div>
  );
}

type Said =
  | { readonly is: 'many'; readonly count: number }
  | { readonly is: 'one'; words: string; kind: ShapeKind; at: number; of: number };

function selectionOf(editor: Editor, live: LiveBoard): Said | undefined {
  if (!editor.isIn('select.idle')) return undefined;
  const ids = editor.getSelectedShapeIds();
  if (ids.length > 1) return { is: 'many', count: ids.length };
  // Said once when it gets selected, not whenever somebody moves something.
  return unsafe__withoutCapture(() => {
    const shape = editor.getOnlySelectedShape();
    if (!shape) return undefined;
    const inOrder = editor.getCurrentPageShapesInReadingOrder();
    const at = inOrder.findIndex(({ id }) => id === shape.id) + 1;
    const words = wordsOn(editor, live, shape);
    return { is: 'one', words, kind: kindOfShape(shape), at, of: inOrder.length };
  });
}

function wordsOn(editor: Editor, live: LiveBoard, shape: TLShape): string {
  const title = titleOn(live.board, shape.props);
  if (title !== undefined) return title;
  const util = editor.getShapeUtil(shape);
  return util.getAriaDescriptor(shape) ?? util.getText(shape) ?? '';
}
