import { Box, createShapeId } from 'tldraw';
import type { Editor, TLShapeId } from 'tldraw';
import type { NoteCard } from '#board/cards.ts';
import { writeIn } from './write-in.ts';

const GAP = 20; // canvas units between notes in a row

/** Goes on writing in the next note: the one that lies beside this one, else a new one there. */
export function noteBeside(editor: Editor, card: NoteCard, side: 'left' | 'right'): void {
  const bounds = editor.getShapePageBounds(card.id);
  if (!bounds) return;
  const x = side === 'right' ? bounds.maxX + GAP : bounds.minX - GAP - bounds.w;
  const place = new Box(x, bounds.y, bounds.w, bounds.h);
  const there = noteIn(editor, place, card.id);
  if (there) {
    writeIn(editor, there);
    return;
  }
  const id = createShapeId();
  const { x: left, y: top } = editor.getPointInParentSpace(card, place);
  const { color, w } = card.props;
  editor.markHistoryStoppingPoint('note beside');
  editor.createShape<NoteCard>({
    id,
    type: 'note-card',
    parentId: card.parentId,
    x: left,
    y: top,
    props: { color, w },
  });
  writeIn(editor, id);
}

function noteIn(editor: Editor, place: Box, except: TLShapeId): TLShapeId | undefined {
  return editor.getCurrentPageShapesSorted().findLast((shape) => {
    const bounds = editor.getShapePageBounds(shape.id);
    return (
      shape.type === 'note-card' &&
      shape.id !== except &&
      bounds &&
      place.containsPoint(bounds.center)
    );
  })?.id;
}
