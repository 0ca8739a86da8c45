import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Canvas } from '#board/canvases.ts';
import { MAX_TEXT } from '#board/cards.ts';
import { addNote } from '#board/edits.ts';
import { useListTools } from './list-tools.tsx';
import { newId } from '#components/new-id.ts';

interface Props {
  canvas: Canvas;
  zoneId: string;
  into: string;
}

/** The line under a field on which one writes the next note; Enter puts it there. */
export function AddNoteLine({ canvas, zoneId, into }: Props) {
  const t = useTranslations('list');
  const { change, author } = useListTools();
  const [text, setText] = useState('');

  function add(): void {
    const words = text.trim();
    if (words === '') return;
    const note = { id: `shape:${newId()}`, canvas, zoneId, text: words };
    change((board) => void addNote(board, note, author()));
    setText('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    add();
  }

  return (
    <textarea
      rows={1}
      dir="auto"
      value={text}
      maxLength={MAX_TEXT}
      aria-label={t('addTo', { into })}
      placeholder={t('add')}
      className="mt-2 block field-sizing-content min-h-9 w-full resize-none rounded-card border border-dashed border-control/60 bg-transparent px-2.5 py-1.5 placeholder:text-faint focus:border-solid pointer-coarse:min-h-11 pointer-coarse:py-2.5"
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={add}
    />
  );
}
