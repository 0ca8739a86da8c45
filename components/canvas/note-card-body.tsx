import { HTMLContainer, useEditor, useIsEditing, useValue } from 'tldraw';
import type { NoteCard } from '#board/cards.ts';
import { NOTE_PADDING, noteLayout } from '#board/note-layout.ts';
import { CardAuthor } from './card-author.tsx';
import { NoteTextArea } from './note-text-area.tsx';

/** A note: words on paper; a text field only while somebody here writes in it. */
export function NoteCardBody({ card }: { card: NoteCard }) {
  const { w, color, text } = card.props;
  const { height, fontSize, lineHeight } = noteLayout(text, w);
  const editing = useIsEditing(card.id);
  return (
    <HTMLContainer
      className="rounded-card font-sans text-note-ink shadow-paper"
      style={{
        width: w,
        height,
        padding: NOTE_PADDING,
        background: `var(--note-${color})`,
        fontSize,
        lineHeight: `${lineHeight}px`,
      }}
    >
      {editing ? (
        <NoteTextArea card={card} />
      ) : (
        <div dir="auto" className="size-full wrap-anywhere whitespace-pre-wrap">
          {text}
        </div>
      )}
      <Author card={card} />
    </HTMLContainer>
  );
}

function Author({ card }: { card: NoteCard }) {
  const editor = useEditor();
  const { id } = card;
  const asked = useValue(
    'asks for the author',
    () => editor.getHoveredShapeId() === id || editor.getOnlySelectedShapeId() === id,
    [editor, id],
  );
  return asked ? <CardAuthor meta={card.meta} className="absolute inset-x-4 bottom-2" /> : null;
}
