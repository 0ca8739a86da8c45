import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { HTMLContainer, useEditor, useIsEditing, useValue } from 'tldraw';
import type { NoteCard } from '#board/cards.ts';
import { NOTE_PADDING, noteLayout } from '#board/note-layout.ts';
import { CardAuthor } from './card-author.tsx';
import { CardMark } from './card-mark.tsx';
import { NoteTextArea } from './note-text-area.tsx';
import { NoteVotes } from './note-votes.tsx';
import { ReviewMarks } from './review-marks.tsx';
import { useUnknownProblem } from './use-unknown-problem.ts';

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
      <Marks card={card} />
    </HTMLContainer>
  );
}

/** Who wrote it and when, and its votes: when asked for, by pointing at it or selecting it. */
function Marks({ card }: { card: NoteCard }) {
  const editor = useEditor();
  const { id } = card;
  const asked = useValue(
    'asks about the note',
    () => editor.getHoveredShapeId() === id || editor.getOnlySelectedShapeId() === id,
    [editor, id],
  );
  const t = useTranslations('card.note');
  const unknown = useUnknownProblem(card);
  return (
    <>
      {asked && <CardAuthor meta={card.meta} className="absolute inset-x-4 bottom-2" />}
      {unknown && <CardMark icon={CircleHelp}>{t('unknown')}</CardMark>}
      <NoteVotes recordId={id} asked={asked} />
      <ReviewMarks of={id} />
    </>
  );
}
