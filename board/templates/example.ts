import { addNote, addTopic, proposeAction } from '../edits.ts';
import type { Author } from '../edits.ts';
import type { Canvas } from '../canvases.ts';
import type { NoteColor, ZoneKind } from '../cards.ts';
import type { CycleText } from '../cycles.ts';
import type { BoardDocument } from '../document.ts';
import type { KnowledgeLevel } from '../knowledge.ts';
import { freePlace } from '../placing.ts';
import { NOTE_WIDTH, noteLayout } from '../note-layout.ts';
import { fieldsOf } from './fields.ts';

/** The realistic case that the example board is filled with, in one language. */
export interface ExampleCase {
  readonly notes: readonly {
    canvas: Canvas;
    zone: ZoneKind;
    text: string;
    color: NoteColor;
    byName: string;
  }[];
  readonly topics: readonly {
    topic: string;
    evidence: string;
    holders: readonly { name: string; level: KnowledgeLevel }[];
  }[];
  readonly actions: readonly { title: string; observation: string; due: string; checkOn: string }[];
  readonly cycle: Readonly<Record<CycleText, string>>;
}

export function fillExample(
  board: BoardDocument,
  example: ExampleCase,
  { author, newId }: { author: Author; newId: () => string },
): void {
  for (const note of example.notes) placeNote(board, note, author, newId);
  for (const { topic, evidence, holders } of example.topics) {
    const people = holders.map((holder) => ({ id: `example:${holder.name}`, ...holder }));
    const item = { id: newId(), topic, evidence, holders: people };
    addTopic(board, item, { id: `shape:${newId()}` }, author);
  }
  for (const { title, observation, due, checkOn } of example.actions) {
    const action = {
      id: newId(),
      title,
      owner: null,
      due,
      effect: { observation, checkOn },
      rung: 'proposal' as const,
      by: author.by,
      at: author.at,
    };
    proposeAction(board, action, { id: `shape:${newId()}`, canvas: 'action' }, author);
  }
}

function placeNote(
  board: BoardDocument,
  note: ExampleCase['notes'][number],
  author: Author,
  newId: () => string,
): void {
  const field = fieldsOf[note.canvas].find((candidate) => candidate.kind === note.zone);
  const size = { w: NOTE_WIDTH, h: noteLayout(note.text, NOTE_WIDTH).height };
  const { x, y } = freePlace(board, note.canvas, size, field);
  const { canvas, text, color, byName } = note;
  addNote(
    board,
    { id: `shape:${newId()}`, canvas, text, color, x, y },
    { ...author, by: `example:${byName}`, byName },
  );
}
