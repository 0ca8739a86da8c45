import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { getPointerInfo, stopEventPropagation, useEditor } from 'tldraw';
import type { Editor } from 'tldraw';
import { MAX_TEXT } from '#board/cards.ts';
import type { NoteCard } from '#board/cards.ts';
import { showText } from './keep-caret.ts';
import { mergeStrings } from './merge-strings.ts';
import { noteBeside } from './note-beside.ts';
import { writeIn } from './write-in.ts';

const PAUSE = 800; // ms without typing; what follows is an undo step of its own

/** The text field of the note that is being written in. */
export function NoteTextArea({ card }: { card: NoteCard }) {
  const editor = useEditor();
  const t = useTranslations('card.note');
  const field = useRef<HTMLTextAreaElement>(null);
  // The text that an input method started from; null when none is at work.
  const composedFrom = useRef<string | null>(null);
  const typedAt = useRef(0);
  const { text } = card.props;
  // The text that the field was showing when the person typed.
  const shown = useRef(text);

  useLayoutEffect(() => {
    if (!field.current || composedFrom.current !== null) return;
    showText(field.current, text);
    shown.current = text;
  }, [text]);

  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, [editor]);

  function write(typed: string): void {
    if (performance.now() - typedAt.current > PAUSE) editor.markHistoryStoppingPoint('typing');
    typedAt.current = performance.now();
    // Others' words may have come in since the field was drawn.
    const held = editor.getShape<NoteCard>(card.id)?.props.text ?? typed;
    const next = mergeStrings(shown.current, held, typed);
    shown.current = next;
    if (field.current) showText(field.current, next);
    editor.updateShape<NoteCard>({ id: card.id, type: 'note-card', props: { text: next } });
  }

  function endComposition(typed: string): void {
    shown.current = composedFrom.current ?? shown.current;
    composedFrom.current = null;
    write(typed);
  }

  return (
    <textarea
      ref={field}
      aria-label={t('label')}
      placeholder={t('placeholder')}
      defaultValue={text}
      maxLength={MAX_TEXT}
      dir="auto"
      spellCheck
      className="pointer-events-auto block size-full resize-none overflow-hidden bg-transparent wrap-anywhere outline-none placeholder:text-note-soft"
      style={{ userSelect: 'text' }}
      onChange={(event) => {
        if (composedFrom.current === null) write(event.currentTarget.value);
      }}
      onCompositionStart={() => (composedFrom.current = text)}
      onCompositionEnd={(event) => endComposition(event.currentTarget.value)}
      onKeyDown={(event) => onKeyDown(event, editor, card)}
      onPointerDown={(event) => {
        const shape = editor.getShape(card.id);
        if (!shape) return;
        const info = getPointerInfo(event);
        editor.dispatch({ ...info, type: 'pointer', name: 'pointer_down', target: 'shape', shape });
        stopEventPropagation(event);
      }}
      onDoubleClick={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
      onContextMenu={stopEventPropagation}
      onDragStart={(event) => event.preventDefault()}
    />
  );
}

function onKeyDown(event: KeyboardEvent, editor: Editor, card: NoteCard): void {
  if (event.nativeEvent.isComposing) return;
  const command = event.ctrlKey || event.metaKey;
  if (event.key === 'Tab' && !command) noteBeside(editor, card, event.shiftKey ? 'left' : 'right');
  else if (event.key === 'Escape' || (event.key === 'Enter' && command)) editor.complete();
  // The browser would take back others' words together with mine.
  else if (command && event.key.toLowerCase() === 'z') stepBack(editor, card, event.shiftKey);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function stepBack(editor: Editor, card: NoteCard, forward: boolean): void {
  // Both leave the field; the person goes on writing where they were.
  if (forward) editor.redo();
  else editor.undo();
  if (editor.getShape(card.id)) writeIn(editor, card.id);
}
