import { createShapeId } from 'tldraw';
import type { Editor, VecLike } from 'tldraw';
import { MAX_TEXT } from '#board/cards.ts';
import type { NoteCard } from '#board/cards.ts';
import { NOTE_WIDTH, noteLayout } from '#board/note-layout.ts';

const GAP = 20; // canvas units
const MOST = 200; // notes from one paste; more is a mistake

/** The lines of a pasted list without their bullets and numbers; cells of a row stay together. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll('\t', ' · ').trim())
    .map((line) => line.replace(/^(?:[-*•◦▪–]|\d{1,3}[.)])\s+/, ''))
    .map((line) => line.slice(0, MAX_TEXT))
    .filter((line) => line !== '')
    .slice(0, MOST);
}

/** One note per text in a grid around the point, as one undo step. */
export function makeNotes(editor: Editor, texts: readonly string[], middle: VecLike): void {
  const columns = Math.ceil(Math.sqrt(texts.length));
  const heights = texts.map((text) => noteLayout(text, NOTE_WIDTH).height);
  const rows = Math.ceil(texts.length / columns);
  const rowHeights = Array.from({ length: rows }, (_, row) => {
    return Math.max(...heights.slice(row * columns, (row + 1) * columns));
  });
  const top = (row: number): number => {
    return rowHeights.slice(0, row).reduce((sum, height) => sum + height + GAP, 0);
  };
  const left = middle.x - (columns * (NOTE_WIDTH + GAP) - GAP) / 2;
  const start = middle.y - (top(rows) - GAP) / 2;
  const notes = texts.map((text, at) => ({
    id: createShapeId(),
    type: 'note-card' as const,
    x: left + (at % columns) * (NOTE_WIDTH + GAP),
    y: start + top(Math.floor(at / columns)),
    props: { text },
  }));
  editor.markHistoryStoppingPoint('paste notes');
  editor.run(() => {
    editor.createShapes<NoteCard>(notes);
    editor.select(...notes.map(({ id }) => id));
  });
}
